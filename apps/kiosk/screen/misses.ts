/** Searches of one visitor that found nothing: the one being typed, and those already counted. */
export type Misses = { readonly pending: string | null; readonly counted: readonly string[] };

export const noMisses: Misses = { pending: null, counted: [] };

const shortest = 3;
const longest = 40;

/**
 * The misses after the query became `query`, null when the search was left; `missed` is a text to count now, once for each visitor.
 * A text counts when it was cleared, changed or left, so the beginnings of a word that is still being typed do not.
 */
export function afterQuery(
  { pending, counted }: Misses,
  query: string | null,
  isFound: boolean,
): { readonly misses: Misses; readonly missed: string | null } {
  const text = query?.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, longest) ?? '';
  const isShortened = text !== '' && pending?.startsWith(text) === true;
  // Whoever takes letters back has not decided yet; the longest text is the one that was meant.
  if (isShortened && !isFound) return { misses: { pending, counted }, missed: null };
  const isTypedOn = pending !== null && text.startsWith(pending);
  const missed = pending !== null && !isTypedOn && !counted.includes(pending) ? pending : null;
  return {
    misses: { pending: isMiss(text, isFound) ? text : null, counted: missed === null ? counted : [...counted, missed] },
    missed,
  };
}

// A long row of digits is somebody's identity or telephone number, and is nobody's business.
function isMiss(text: string, isFound: boolean): boolean {
  return !isFound && text.length >= shortest && !/\d{6}/.test(text.replaceAll(' ', ''));
}
