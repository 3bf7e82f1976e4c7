import { openDeviceWire } from './device-wire.ts';
import { openTcpWire } from './tcp-wire.ts';
import type { Timers } from './timers.ts';

/** Where a printer is: on the network, usually port 9100, or at a device file of Linux such as `/dev/usb/lp0`. */
export type PrinterAddress =
  | { readonly kind?: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device'; readonly path: string };

/** Bytes to a printer and back, however it is connected. */
export type Wire = {
  /** Names who hears what comes, before anything can have come. */
  listen(bytes: (chunk: Uint8Array) => void, closed: () => void): void;
  write(bytes: Uint8Array): void;
  /** Lets what was written go out, for a second at most. */
  close(): Promise<void>;
};

/** Null when nobody took the call; a refusal may mean that another client holds the printer. */
export function openWire(address: PrinterAddress, timers: Timers): Promise<Wire | null> {
  return address.kind === 'device' ? openDeviceWire(address.path, timers) : openTcpWire(address, timers);
}
