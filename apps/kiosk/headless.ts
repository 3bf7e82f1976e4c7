import { readFlags, usage } from './kiosk-flags.ts';
import { openKiosk } from './open-kiosk.ts';

// The kiosk of a PC that shows its screen in Chromium's kiosk mode.
const flags = readFlags(process.argv.slice(2), process.env);
if (!flags.ok) {
  console.error(`${flags.why}\n\n${usage}`);
  process.exit(2);
}
const kiosk = await openKiosk(flags.settings, (line) => console.error(line));
console.log(`kiosk listening on ${kiosk.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    kiosk.close().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
