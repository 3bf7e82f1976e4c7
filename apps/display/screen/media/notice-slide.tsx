import { useEffect, useState } from 'preact/hooks';
import { type NoticeText, noticeText } from './media-item.ts';

/** A text of the manager, as large as its length allows. */
export function NoticeSlide({ text }: { text: Blob }) {
  const [notice, setNotice] = useState<NoticeText | null>(null);
  useEffect(() => {
    let isOver = false;
    void text.text().then((read) => {
      if (!isOver) setNotice(noticeText(read));
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  if (!notice) return null;
  return (
    <div class={`media-notice media-notice-${sizeOf(notice)}`}>
      <h2>{notice.title}</h2>
      {notice.paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

function sizeOf({ title, paragraphs }: NoticeText): 'short' | 'middle' | 'long' {
  const letters = title.length + paragraphs.join('').length;
  if (letters < 140) return 'short';
  return letters < 360 ? 'middle' : 'long';
}
