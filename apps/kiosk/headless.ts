import { readFlags, usage } from './kiosk-flags.ts';
import { openKiosk } from './open-kiosk.ts';
import { whyNotOpen } from './why-not-open.ts';

// The kiosk of a PC that shows its screen in Chromium's kiosk mode.
const flags = readFlags(process.argv.slice(2), process.env);
if (!flags.ok) {
  console.error(`${flags.why}\n\n${usage}`);
  process.exit(2);
}
const { settings } = flags;
const kiosk = await openKiosk(settings, (line) => console.error(line)).catch((error: unknown) => {
  const why = whyNotOpen(error, settings);
  if (why === null) throw error;
  console.error(why);
  return process.exit(1);
});
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
