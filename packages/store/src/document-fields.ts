/** A document of ours that is not what it must be; the message names the place. */
export class BadDocument extends Error {
  constructor(path: string, must: string) {
    super(`${path} ${must}`);
    this.name = 'BadDocument';
  }
}

/** Reads the fields of a JSON object by name and kind; anything else than what is asked for throws `BadDocument` with its path. */
export type Fields = {
  readonly path: string;
  /** The field as it stands, for somebody else to check. */
  value(name: string): unknown;
  has(name: string): boolean;
  text(name: string): string;
  integer(name: string, least: number): number;
  /** The value, or null where the field is null. */
  orNull<T>(name: string, read: (name: string) => T): T | null;
  texts(name: string): readonly string[];
  word<const W extends string>(name: string, words: readonly W[]): W;
  words<const W extends string>(name: string, words: readonly W[]): readonly W[];
  object(name: string): Fields;
  list<T>(name: string, read: (item: Fields) => T): readonly T[];
  /** A dictionary: every key with its value. */
  entries<T>(name: string, read: (item: Fields) => T): Readonly<Record<string, T>>;
};

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadDocument(path, 'must be an object');
  const source = new Map(Object.entries(value));
  const at = (name: string) => `${path}.${name}`;
  const list = (name: string): readonly unknown[] => {
    const found = source.get(name);
    if (!Array.isArray(found)) throw new BadDocument(at(name), 'must be a list');
    return found;
  };
  const text = (name: string): string => textAt(source.get(name), at(name));
  return {
    path,
    value: (name) => source.get(name),
    has: (name) => source.has(name),
    text,
    integer(name, least) {
      const found = source.get(name);
      if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < least)
        throw new BadDocument(at(name), `must be a whole number from ${least}`);
      return found;
    },
    orNull: (name, read) => (source.get(name) === null ? null : read(name)),
    texts: (name) => list(name).map((item, n) => textAt(item, `${at(name)}[${n}]`)),
    word: (name, words) => wordAt(source.get(name), at(name), words),
    words: (name, words) => list(name).map((item, n) => wordAt(item, `${at(name)}[${n}]`, words)),
    object: (name) => fieldsOf(source.get(name), at(name)),
    list: (name, read) => list(name).map((item, n) => read(fieldsOf(item, `${at(name)}[${n}]`))),
    entries: (name, read) =>
      Object.fromEntries(
        Object.entries(source.get(name) ?? {}).map(([key, item]) => [key, read(fieldsOf(item, `${at(name)}.${key}`))]),
      ),
  };
}

function wordAt<const W extends string>(value: unknown, path: string, words: readonly W[]): W {
  const found = textAt(value, path);
  const known = words.find((word) => word === found);
  if (known === undefined) throw new BadDocument(path, `must be one of ${words.join(', ')}`);
  return known;
}

function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new BadDocument(path, 'must be a text that says something');
  return value;
}
