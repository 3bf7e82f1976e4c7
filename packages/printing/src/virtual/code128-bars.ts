import type { Barcode } from './barcode-bars.ts';

/** Widths of bar, gap, bar … for each of the 106 values and the stop. */
const widths = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');
const stop = 106;
const starts = { A: 103, B: 104, C: 105 } as const;
const switches = { A: 101, B: 100, C: 99 } as const;
type CodeSet = keyof typeof starts;

/** CODE128 as `GS k` takes it: `{A`, `{B` and `{C` choose the set, the first of them begins the code, `{{` is a brace. */
export function code128Bars(data: readonly number[]): Barcode | null {
  const values: number[] = [];
  let text = '';
  let set: CodeSet | null = null;
  for (let at = 0; at < data.length; at += 1) {
    let code = data[at] ?? 0;
    if (code === 0x7b) {
      at += 1;
      const chosen = codeSetOf(data[at]);
      if (chosen) {
        values.push(set === null ? starts[chosen] : switches[chosen]);
        set = chosen;
        continue;
      }
      if (data[at] !== 0x7b) return null;
      code = 0x7b;
    }
    const value = set === null ? null : symbolOf(code, set);
    if (value === null) return null;
    values.push(value);
    text += set === 'C' ? String(code).padStart(2, '0') : String.fromCharCode(code);
  }
  if (values.length < 2) return null;
  const check = values.reduce((sum, value, at) => sum + value * Math.max(1, at), 0) % 103;
  const pattern = [...values, check, stop].map((value) => barsOf(widths[value] ?? '')).join('');
  return { symbology: 'CODE128', text, pattern };
}

function codeSetOf(code: number | undefined): CodeSet | null {
  const name = String.fromCharCode(code ?? 0);
  return name === 'A' || name === 'B' || name === 'C' ? name : null;
}

function symbolOf(code: number, set: CodeSet): number | null {
  if (set === 'C') return code < 100 ? code : null;
  if (set === 'A' && code < 0x20) return code + 64;
  return code >= 0x20 && code < (set === 'A' ? 0x60 : 0x80) ? code - 0x20 : null;
}

function barsOf(sign: string): string {
  return [...sign].map((width, at) => (at % 2 === 0 ? '1' : '0').repeat(Number(width))).join('');
}
