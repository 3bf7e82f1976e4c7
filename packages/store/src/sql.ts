/** What a column may hold: the types both engines share. */
export type Value = string | number | null;

export type Row = Readonly<Record<string, Value>>;

/** One statement with its values. `changes` is how many rows it must change; a runner throws when it is another number. */
export type Query = {
  readonly texts: TemplateStringsArray;
  readonly values: readonly Value[];
  readonly changes: number | null;
};

/** A transaction script: yields statements, gets rows back. It cannot await, so nothing slow gets into a transaction. */
export type Script<T> = Generator<Query, T, readonly Row[]>;

/** A statement. Values never become text; the template itself is the key under which it is prepared once. */
export function sql(texts: TemplateStringsArray, ...values: readonly Value[]): Query {
  return { texts, values, changes: null };
}

/** The text with each value's place written as this engine wants it: `?` or `$n`. */
export function render(texts: TemplateStringsArray, place: (n: number) => string): string {
  return texts.reduce((text, part, n) => text + place(n) + part);
}

export function* many(query: Query): Script<readonly Row[]> {
  return yield query;
}

/** The first row, undefined when there is none. */
export function* one(query: Query): Script<Row | undefined> {
  return (yield query)[0];
}

/** The only row of a statement that always has one. */
export function* only(query: Query): Script<Row> {
  const row = (yield query)[0];
  if (!row) throw new Error(`no row: ${query.texts.join('?').trim().slice(0, 80)}`);
  return row;
}

/** A write that must change exactly one row: anything else means that the rows are not what the decision was made on. */
export function* change(query: Query): Script<void> {
  yield { ...query, changes: 1 };
}

/** A write that may change any number of rows. */
export function* write(query: Query): Script<void> {
  yield query;
}

/** What a runner throws when a `change` has changed another number of rows. */
export function wrongChanges(query: Query, changes: number): Error {
  const text = query.texts.join('?').replaceAll(/\s+/g, ' ').trim().slice(0, 120);
  return new Error(`${changes} rows changed where ${query.changes} must: ${text}`);
}
