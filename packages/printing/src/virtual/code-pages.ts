import iconv from 'iconv-lite';

/** Epson's numbers; clones number differently, so one that is not here is an unknown command. */
const codePages: Readonly<Record<number, string>> = {
  ...{ 0: 'cp437', 2: 'cp850', 3: 'cp860', 4: 'cp863', 5: 'cp865', 13: 'cp857', 14: 'cp737', 15: 'iso88597' },
  ...{ 16: 'cp1252', 17: 'cp866', 18: 'cp852', 19: 'cp858', 33: 'cp775', 34: 'cp855', 36: 'cp862', 37: 'cp864' },
  ...{ 39: 'iso88592', 40: 'iso885915', 45: 'cp1250', 46: 'cp1251', 47: 'cp1253', 48: 'cp1254', 49: 'cp1255' },
  ...{ 50: 'cp1256', 51: 'cp1257', 52: 'cp1258' },
};

/** Which twelve signs a country puts in the place of `replaced`, by the number of `ESC R`. */
const nationalSets: readonly string[] = [
  '#$@[\\]^`{|}~', // United States
  '#$à°ç§^`éùè¨', // France
  '#$§ÄÖÜ^`äöüß', // Germany
  '£$@[\\]^`{|}~', // United Kingdom
  '#$@ÆØÅ^`æøå~', // Denmark I
  '#¤ÉÄÖÅÜéäöåü', // Sweden
  '#$@°\\é^ùàòèì', // Italy
  '₧$@¡Ñ¿^`¨ñ}~', // Spain I
  '#$@[¥]^`{|}~', // Japan
  '#¤ÉÆØÅÜéæøåü', // Norway
  '#$ÉÆØÅÜéæøåü', // Denmark II
  '#$á¡Ñ¿é`íñóú', // Spain II
  '#$á¡Ñ¿éüíñóú', // Latin America
  '#$@[₩]^`{|}~', // Korea
];
const replaced = '#$@[\\]^`{|}~';

export function codePageOf(number: number): string | null {
  return codePages[number] ?? null;
}

export function isNationalSet(number: number): boolean {
  return nationalSets[number] !== undefined;
}

/** The sign that a byte stands for. */
export function signOf(code: number, encoding: string, nationalSet: number): string {
  const sign = iconv.decode(Buffer.of(code), encoding);
  const at = code < 0x80 ? replaced.indexOf(sign) : -1;
  return at < 0 ? sign : (nationalSets[nationalSet]?.[at] ?? sign);
}

/** A character of two bytes. Chinese models are the ones that read so; Japanese ones would need another table. */
export function wideSignOf(lead: number, trail: number): string {
  return iconv.decode(Buffer.of(lead, trail), 'gb18030');
}
