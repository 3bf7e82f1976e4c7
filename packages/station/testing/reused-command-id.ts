// Loaded in front of a kiosk, as a control: the number that it gives alone has the id of the request that it gave up.
import Database from 'better-sqlite3';

const { prototype } = Database;
const { prepare } = prototype;
let givenUp: string | null = null;

prototype.prepare = function (this: Database.Database, text: string) {
  if (text.includes("SET state = 'abandoned'")) {
    const forget = prepare.call(this, 'DELETE FROM job WHERE command_id = ?');
    return {
      run(id: string) {
        givenUp = id;
        return forget.run(id);
      },
    };
  }
  const statement = prepare.call(this, text);
  if (!text.includes("'numbered', ?, ?, ?, ?, 'no')")) return statement;
  return {
    run(own: string, ...rest: readonly string[]) {
      const id = givenUp ?? own;
      givenUp = null;
      const visit = { ...JSON.parse(rest.at(-1) ?? '{}'), commandId: id };
      return statement.run(id, ...rest.slice(0, -1), JSON.stringify(visit));
    },
  };
} as unknown as typeof prepare;
