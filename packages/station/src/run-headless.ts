import type { StationSettings } from './station-flags.ts';
import type { OpenProgram, StationProgram } from './station-program.ts';
import { tokenFile } from './token-file.ts';
import { tellIfUntrusted, trustOnly } from './trust.ts';

/** A station without Electron: it serves its page for Chromium until it is told to end. */
export async function runHeadless<
  S extends Pick<StationSettings, 'token' | 'data' | 'ca' | 'serverUrl'>,
  O extends OpenProgram,
>(program: StationProgram<S, O>): Promise<void> {
  const flags = program.readFlags(process.argv.slice(2), process.env);
  if (!flags.ok) {
    console.error(`${flags.why}\n\n${program.usage}`);
    process.exit(2);
  }
  trustOnly(flags.settings.ca);
  const kept = tokenFile(flags.settings.data);
  const settings = { ...flags.settings, token: flags.settings.token ?? kept.read() };
  const log = (line: string) => console.error(line);
  const keep = async (token: string) => {
    kept.keep(token);
    if (flags.settings.token !== null)
      log(`the new token is in ${kept.file}: start without --token-file and ANTREAN_TOKEN from now on`);
  };
  const open = await program.open(settings, log, keep).catch((error: unknown) => {
    const why = program.whyNotOpen(error, settings);
    if (why === null) throw error;
    console.error(why);
    return process.exit(1);
  });
  console.log(`${program.name} listening on ${open.url}`);
  void tellIfUntrusted(settings.serverUrl, log);
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
