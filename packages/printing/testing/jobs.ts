/** Jobs that use every corner of the printer, written as text whose characters are bytes. They fit 384 dots. */
export type JobName = keyof typeof jobs;

const bytes = (...codes: number[]) => String.fromCharCode(...codes);
const counted = (data: string) => bytes(data.length % 256, Math.floor(data.length / 256)) + data;
const qr = (url: string) =>
  `\x1d(k${counted('1A2\0')}\x1d(k${counted('1C\x05')}\x1d(k${counted('1E1')}\x1d(k${counted(`1P0${url}`)}\x1d(k${counted('1Q0')}`;
/** A triangle, 64 dots wide and high. */
const triangle = Array.from({ length: 64 }, (_, row) =>
  Array.from({ length: 8 }, (_, byte) => bytes((0xff << Math.max(0, 8 - Math.max(0, row + 1 - 8 * byte))) & 0xff)).join(
    '',
  ),
).join('');

export const jobs = {
  styles:
    '\x1b@\x1bt\x13Plain \x1bE\x01bold\x1bE\x00 \x1bG\x01double strike\x1bG\x00\n' +
    '\x1b-\x01thin\x1b-\x00 \x1b-\x02thick\x1b-\x00 \x1dB\x01 inverted \x1dB\x00\n' +
    '\x1bM\x01font B, 9 by 17\x1bM\x00 \x1b!\x30AQ012\x1b!\x00\n' +
    '\x1d!\x21BIG\x1d!\x00\n' +
    '\x1ba\x01centre\n\x1ba\x02right\n\x1ba\x00' +
    '\x1b \x06spaced\x1b \x00\n' +
    '\x1bD\x06\x10\x00a\tb\tc\n' +
    `\x1b$${bytes(200, 0)}at 200\n` +
    `\x1dL${bytes(48, 0)}\x1dW${bytes(144, 0)}margin and width break this\n\x1dL\0\0\x1dW${bytes(128, 1)}` +
    '\x1bV\x01turned\x1bV\x00\n\x1b{\x01upside down\n\x1b{\x00' +
    '\x1bR\x02[Umlaut]\x1bR\x00 \x82\xa7\n' +
    '\x1dVA\x20',
  codes:
    '\x1b@\x1ba\x01' +
    `${qr('http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ')}\n` +
    `\x1dh\x32\x1dw\x02\x1dH\x02\x1dkI${bytes(9)}{BAQ012-7\n\x1dH\x01\x1dkE${bytes(5)}AQ012\n` +
    '\x1dH\x03\x1df\x01\x1dkC\x0c899123456789\n\x1dVA\x20',
  pictures:
    `\x1b@\x1ba\x01\x1dv0\x00${bytes(8, 0, 64, 0)}${triangle}` +
    `\x1b@\x1dv0\x03${bytes(8, 0, 64, 0)}${triangle}` +
    `\x1d(L${counted(`0p0\x02\x011${bytes(64, 0, 64, 0)}${triangle}`)}\x1d(L${counted('02')}` +
    `\x1bL\x1bW${bytes(0, 0, 0, 0, 128, 1, 96, 0)}page\n\x1bT\x02upside down\n\x0c` +
    '\x1dVB\x20',
} as const;
