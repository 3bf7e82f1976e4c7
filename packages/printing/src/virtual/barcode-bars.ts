import { code128Bars } from './code128-bars.ts';

/** A barcode as modules: `1` is a bar, `0` a gap. Null: these data have no such code. */
export type Barcode = { readonly symbology: string; readonly text: string; readonly pattern: string };

/** By the number of `GS k`: those that end in a NUL count from 0, those with a length from 65. */
export function barcodeOf(system: number, data: readonly number[]): Barcode | null {
  const text = String.fromCharCode(...data);
  switch (system) {
    case 0:
    case 65:
      return ean('UPC-A', text, 12);
    case 2:
    case 67:
      return ean('EAN13', text, 13);
    case 3:
    case 68:
      return ean('EAN8', text, 8);
    case 4:
    case 69:
      return code39(text);
    case 5:
    case 70:
      return itf(text);
    case 73:
      return code128Bars(data);
    default:
      return null;
  }
}

const left = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
/** Which of the first six digits of an EAN13 are mirrored, by the digit before them. */
const mirrored = '000000 001011 001101 001110 010011 011001 011100 010101 010110 011010'.split(' ');

function ean(symbology: string, text: string, length: number): Barcode | null {
  if (!/^\d+$/.test(text) || (text.length !== length && text.length !== length - 1)) return null;
  const digits = text.length === length ? text : text + checkDigit(text);
  // A UPC-A is an EAN13 that begins with 0; an EAN8 has no digit before its halves.
  const [first, rest] = length === 8 ? ['0', digits] : [digits.padStart(13, '0').slice(0, 1), digits.slice(-12)];
  const half = rest.length / 2;
  const bars = [...rest].map((digit, at) => {
    const odd = left[Number(digit)] ?? '';
    if (at >= half) return inverted(odd);
    return mirrored[Number(first)]?.[at] === '1' ? [...inverted(odd)].reverse().join('') : odd;
  });
  const pattern = `101${bars.slice(0, half).join('')}01010${bars.slice(half).join('')}101`;
  return { symbology, text: digits, pattern };
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

function inverted(bars: string): string {
  return [...bars].map((bar) => (bar === '1' ? '0' : '1')).join('');
}

const code39Signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *$/+%';
/** Nine elements a sign, `w` three modules wide and `n` one. */
const code39Elements = (
  'nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn ' +
  'wnnnnwnnw nnwnnwnnw wnwnnwnnn nnnnwwnnw wnnnwwnnn nnwnwwnnn nnnnnwwnw wnnnnwwnn nnwnnwwnn nnnnwwwnn ' +
  'wnnnnnnww nnwnnnnww wnwnnnnwn nnnnwnnww wnnnwnnwn nnwnwnnwn nnnnnnwww wnnnnnwwn nnwnnnwwn nnnnwnwwn ' +
  'wwnnnnnnw nwwnnnnnw wwwnnnnnn nwnnwnnnw wwnnwnnnn nwwnwnnnn nwnnnnwnw wwnnnnwnn nwwnnnwnn nwnnwnwnn ' +
  'nwnwnwnnn nwnwnnnwn nwnnnwnwn nnnwnwnwn'
).split(' ');

function code39(text: string): Barcode | null {
  const inside = text.replace(/^\*|\*$/g, '');
  if (![...inside].every((sign) => sign !== '*' && code39Signs.includes(sign))) return null;
  const signs = [...`*${inside}*`].map((sign) => elements(code39Elements[code39Signs.indexOf(sign)] ?? ''));
  return { symbology: 'CODE39', text: inside, pattern: signs.join('0') };
}

const itfElements = 'nnwwn wnnnw nwnnw wwnnn nnwnw wnwnn nwwnn nnnww wnnwn nwnwn'.split(' ');

function itf(text: string): Barcode | null {
  if (!/^(\d\d)+$/.test(text)) return null;
  // Two digits at once: one in the bars, the next in the gaps between them.
  const pairs = (text.match(/\d\d/g) ?? []).map(([bars, gaps]) =>
    [0, 1, 2, 3, 4].map((at) => `${itfElements[Number(bars)]?.[at]}${itfElements[Number(gaps)]?.[at]}`).join(''),
  );
  return { symbology: 'ITF', text, pattern: elements(`nnnn${pairs.join('')}wnn`) };
}

function elements(widths: string): string {
  return [...widths].map((width, at) => (at % 2 === 0 ? '1' : '0').repeat(width === 'w' ? 3 : 1)).join('');
}
