/** A number of four digits or more, however it is grouped: part of an identity card or a telephone number. */
const longNumber = /\p{Nd}(?:[\s.-]*\p{Nd}){3}/u;

/** A search that found nothing, as it may be counted; null when it may say who searched (rule [A3]). */
export function countedSearch(typed: string): string | null {
  const text = typed.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return text === '' || longNumber.test(text) ? null : text;
}
