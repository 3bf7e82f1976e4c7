import type { OpenProgram, StationProgram } from './station-program.ts';

/** A station without Electron: it serves its page for Chromium until it is told to end. */
export async function runHeadless<S, O extends OpenProgram>(program: StationProgram<S, O>): Promise<void> {
  const flags = program.readFlags(process.argv.slice(2), process.env);
  if (!flags.ok) {
    console.error(`${flags.why}\n\n${program.usage}`);
    process.exit(2);
  }
  const { settings } = flags;
  const open = await program
    .open(settings, (line) => console.error(line))
    .catch((error: unknown) => {
      const why = program.whyNotOpen(error, settings);
      if (why === null) throw error;
      console.error(why);
      return process.exit(1);
    });
  console.log(`${program.name} listening on ${open.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      open.close().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}
