import type { Printer } from '@antrean/printing';
import type { KioskBridge } from './bridge.ts';

/** The bridge of a kiosk that nobody has enrolled yet: it gives no number, and says why. */
export function waitingKiosk(printer: Pick<Printer, 'status'>, build: string): KioskBridge {
  const nothing = async () => ({ ok: false, error: { code: 'access.expired' } }) as const;
  return {
    takeNumber: nothing,
    reprint: nothing,
    confirm: nothing,
    giveUp: nothing,
    printList: nothing,
    missed: nothing,
    async now() {
      const { state, since } = printer.status();
      return { printer: { state, since }, server: 'unenrolled', lastHall: null, unsettled: null, build };
    },
  };
}
