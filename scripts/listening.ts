import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The address that a program says it listens on, null when it ended instead; its later lines are passed on. */
export async function listening(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  const lines = createInterface(child.stdout);
  const found = Promise.withResolvers<string>();
  lines.on('line', (line) => {
    const address = / listening on (\S+)/.exec(line)?.[1];
    if (address) found.resolve(address);
    else console.log(line);
  });
  return Promise.race([found.promise, once(child, 'exit').then(() => null)]);
}
