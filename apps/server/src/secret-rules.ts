import { shortestPassword } from '@antrean/protocol';

/** Whether somebody may have this PIN: six digits or more, and not one of those that everybody tries first. */
export function isFitPin(pin: string): boolean {
  if (!/^\d{6,12}$/.test(pin)) return false;
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  // All the same, all up or all down: 111111, 123456, 987654. And a pair or a triple that is only repeated: 121212, 123123.
  return !(steps.size === 1 && [0, 1, 9].some((step) => steps.has(step))) && !/^(\d{1,3})\1+$/.test(pin);
}

const wellKnown = /^(password|passw0rd|katasandi|rahasia|qwerty|admin|pengelola|antrean|indonesia|12345)/i;

/** Whether somebody may have this password: long, of more than a few characters, and not made of what is known of the person. */
export function isFitPassword(
  password: string,
  { login, name }: { readonly login: string; readonly name: string },
): boolean {
  const lower = password.toLowerCase();
  if (password.length < shortestPassword || new Set(lower).size < 6) return false;
  const known = [login, ...name.split(/\s+/)].filter((word) => word.length >= 4);
  // A well known beginning is not enough to refuse: what follows may be long.
  const rest = lower.replace(wellKnown, '');
  if (rest.length < 8 && rest !== lower) return false;
  return !known.some((word) => lower.replaceAll(word.toLowerCase(), '').length < 8);
}
