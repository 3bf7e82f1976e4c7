import type { Engine } from '../src/engine.ts';
import { type Row, render, type Script } from '../src/sql.ts';

/** What an engine was asked to do: each commit is forced to the disk once, each statement costs its run. */
export type Counted = { commits: number; readonly statements: string[] };

/** The same engine, which also notes every commit and the text of every statement. */
export function counting(engine: Engine, counted: Counted): Engine {
  function* noted<T>(script: Script<T>): Script<T> {
    let step = script.next([]);
    while (!step.done) {
      counted.statements.push(render(step.value.texts, () => '?'));
      let rows: readonly Row[];
      try {
        rows = yield step.value;
      } catch (error) {
        step = script.throw(error);
        continue;
      }
      step = script.next(rows);
    }
    return step.value;
  }
  return {
    read: (script) => engine.read(() => noted(script())),
    write: (script) => {
      counted.commits += 1;
      return engine.write(() => noted(script()));
    },
    rest: () => engine.rest(),
    backup: (file) => engine.backup(file),
    close: () => engine.close(),
  };
}
