/**
 * Values by their id, replaced and never changed. A copy with one entry more or less copies one shelf, so that an event costs
 * the same with ten people in the building and with thousands. Plain data: a snapshot carries it as it is.
 */
export type Register<T> = readonly Readonly<Record<string, T>>[];

const shelves = 256;

export const emptyRegister: Register<never> = Array.from({ length: shelves }, () => ({}));

export function registerOf<T extends { readonly id: string }>(values: readonly T[]): Register<T> {
  const filled = emptyRegister.map((): Record<string, T> => ({}));
  for (const value of values) {
    const shelf = filled[shelfOf(value.id)];
    if (shelf) shelf[value.id] = value;
  }
  return filled;
}

export function lookUp<T>(register: Register<T>, id: string): T | undefined {
  return register[shelfOf(id)]?.[id];
}

/** Every value, in no order that means anything. */
export function listOf<T>(register: Register<T>): readonly T[] {
  const list: T[] = [];
  for (const shelf of register) for (const id in shelf) list.push(shelf[id] as T);
  return list;
}

export function enter<T>(register: Register<T>, id: string, value: T): Register<T> {
  const at = shelfOf(id);
  return register.with(at, { ...register[at], [id]: value });
}

export function strike<T>(register: Register<T>, id: string): Register<T> {
  const at = shelfOf(id);
  const { [id]: struck, ...rest } = register[at] ?? {};
  return struck === undefined ? register : register.with(at, rest);
}

/** Tells each value that only one of two registers has, or that differs. Shelves that both share are passed over, so the cost is that of the difference. */
export function compareRegisters<T>(
  before: Register<T>,
  after: Register<T>,
  tell: { readonly gone: (value: T) => void; readonly come: (value: T) => void },
): void {
  for (let at = 0; at < after.length; at += 1) {
    const shelf = after[at] ?? {};
    const was = before[at] ?? {};
    if (shelf === was) continue;
    for (const id in was) if (was[id] !== shelf[id]) tell.gone(was[id] as T);
    for (const id in shelf) if (was[id] !== shelf[id]) tell.come(shelf[id] as T);
  }
}

// FNV-1a; any hash would do that every station computes alike.
function shelfOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % shelves;
}
