/** One file that the manager has put into the folder of media. */
export type MediaItem = {
  readonly file: string;
  readonly kind: 'image' | 'video' | 'notice';
  readonly size: number;
  readonly modifiedAt: number;
};

/** What of the server's list this page can show; a server that is newer may list kinds that this page does not know. */
export function mediaItems(list: unknown): readonly MediaItem[] {
  return Array.isArray(list) ? list.filter(isItem) : [];
}

function isItem(value: unknown): value is MediaItem {
  const { file, kind, size, modifiedAt } = (value ?? {}) as Partial<Record<keyof MediaItem, unknown>>;
  return (
    typeof file === 'string' &&
    (kind === 'image' || kind === 'video' || kind === 'notice') &&
    typeof size === 'number' &&
    typeof modifiedAt === 'number'
  );
}

/** What a file is called for somebody who cannot see it: its name without the end, and without the number that puts it in order. */
export function titleOf({ file }: Pick<MediaItem, 'file'>): string {
  const name = file.replace(/\.[^.]+$/, '');
  return name.replace(/^\d+[\s._-]+/, '').replaceAll(/[_-]+/g, ' ') || name;
}

export type NoticeText = { readonly title: string; readonly paragraphs: readonly string[] };

/** The first line is the title; marks of Markdown at the begin of a line are for whoever writes, not for the hall. */
export function noticeText(text: string): NoticeText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:#+|[-*+>])\s+/, '')
        .replaceAll(/[*_`]{1,2}(\S[^*_`]*)[*_`]{1,2}/g, '$1')
        .trim(),
    )
    .filter((line) => line !== '');
  const [title = '', ...paragraphs] = lines;
  return { title, paragraphs };
}
