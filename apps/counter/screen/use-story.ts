import type { Station } from '@antrean/client';
import type { StoryAnswer } from '@antrean/protocol';
import { useEffect, useState } from 'preact/hooks';

/** `null` while it is asked for. Kept in this page's memory alone, and gone with the visitor. */
export type Story = StoryAnswer | 'failed' | null;

/** What happened to this visit before, asked anew for each visit, after each note and whenever the link comes back. */
export function useStory(station: Station, visitId: string | null, asked: string): Story {
  const [story, setStory] = useState<{ readonly visitId: string; readonly story: Story } | null>(null);
  useEffect(() => {
    if (visitId === null) return;
    let isOver = false;
    void station.story(visitId).then((answer) => {
      if (!isOver) setStory({ visitId, story: answer.ok ? answer.value : 'failed' });
    });
    return () => {
      isOver = true;
    };
  }, [station, visitId, asked]);
  return story !== null && story.visitId === visitId ? story.story : null;
}
