import type { TestContext } from 'node:test';
import { paper80 } from '../src/profiles.ts';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../src/virtual/virtual-printer.ts';

/** A virtual printer for one test, and the moment at which something is true of it. */
export async function twin(
  t: TestContext,
  options: Partial<VirtualPrinterOptions> = {},
): Promise<{ device: VirtualPrinter; until: (isTrue: () => boolean) => Promise<void> }> {
  const device = await startVirtualPrinter({ profile: paper80, ...options });
  t.after(() => device.close());
  const until = (isTrue: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isTrue()) return;
        stop();
        resolve();
      };
      const stop = device.subscribe(look);
      look();
    });
  return { device, until };
}

/** A slip of one line, and the question whether it is done. */
export const slip = (number: string) => `\x1b@\x1da\x0f${number}\n\x1dV\0`;
export const fence = (id: string) => `\x1d(H\x06\x00\x30\x30${id}`;
export const acknowledged = (id: string): readonly number[] => [0x37, 0x22, ...Buffer.from(id), 0];
export const ready: readonly number[] = [0x10, 0, 0, 0];
