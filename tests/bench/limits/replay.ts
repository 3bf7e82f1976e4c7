import type Database from 'better-sqlite3';
import type { Engine } from '../../../packages/store/src/engine.ts';
import { type Query, type Row, render, type Script, type Value } from '../../../packages/store/src/sql.ts';

/** The same engine, noting each statement that a script runs, with its values. */
export function recording(engine: Engine, queries: Query[]): Engine {
  function* noted<T>(script: Script<T>): Script<T> {
    let step = script.next([]);
    while (!step.done) {
      queries.push(step.value);
      const rows: readonly Row[] = yield step.value;
      step = script.next(rows);
    }
    return step.value;
  }
  return { ...bound(engine), write: (script) => engine.write(() => noted(script())) };
}

function bound(engine: Engine): Engine {
  return {
    read: (script) => engine.read(script),
    write: (script) => engine.write(script),
    rest: () => engine.rest(),
    backup: (file) => engine.backup(file),
    close: () => engine.close(),
  };
}

type Piece = string | { readonly name: string };
type Bind = (fresh: Fresh) => Value;

/** New values for those that differ from command to command, by name. */
export type Fresh = Readonly<Record<string, string | number>>;

/**
 * What the product did for one command, to be done again with other values: the same statements on the same tables in the same order,
 * and nothing decided. Whatever the product leaves out, this leaves out too.
 */
export class Replay {
  readonly #steps: readonly { readonly statement: Database.Statement<unknown[]>; readonly binds: readonly Bind[] }[];

  constructor(db: Database.Database, queries: readonly Query[], known: Fresh) {
    const prepared = new Map<TemplateStringsArray, Database.Statement<unknown[]>>();
    this.#steps = queries.map(({ texts, values }) => {
      const statement = prepared.get(texts) ?? db.prepare(render(texts, () => '?'));
      prepared.set(texts, statement);
      return { statement, binds: values.map((value) => bindOf(value, known)) };
    });
  }

  get statements(): number {
    return this.#steps.length;
  }

  run(fresh: Fresh): void {
    for (const { statement, binds } of this.#steps) {
      const values = binds.map((bind) => bind(fresh));
      if (statement.reader) statement.all(...values);
      else statement.run(...values);
    }
  }
}

/** A text with the known values replaced by the fresh ones. */
export function templateOf(text: string, known: Fresh): (fresh: Fresh) => string {
  let pieces: readonly Piece[] = [text];
  for (const [name, value] of Object.entries(known)) {
    if (typeof value !== 'string') continue;
    pieces = pieces.flatMap((piece) =>
      typeof piece === 'string'
        ? piece.split(value).flatMap((part, n) => (n === 0 ? [part] : [{ name }, part]))
        : [piece],
    );
  }
  return (fresh) => pieces.map((piece) => (typeof piece === 'string' ? piece : String(fresh[piece.name]))).join('');
}

function bindOf(value: Value, known: Fresh): Bind {
  const name = Object.keys(known).find((key) => known[key] === value);
  if (name !== undefined) return (fresh) => fresh[name] ?? null;
  return typeof value === 'string' ? templateOf(value, known) : () => value;
}
