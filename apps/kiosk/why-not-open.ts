import { codeOf, whyNoPage } from '@antrean/station';
import type { KioskSettings } from './kiosk-flags.ts';

/** What whoever looks after this PC can do about a kiosk that does not start; null for a fault that is ours. */
export function whyNotOpen(error: unknown, { port, data, logo }: KioskSettings): string | null {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return whyNoPage(error, 'kiosk', port);
  if (code.startsWith('SQLITE_BUSY')) return `Another kiosk runs on the journal in ${data}; one of the two must go.`;
  if (code.startsWith('SQLITE_') || code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC')
    return `The journal in ${data} cannot be opened (${code}). Nothing in it was changed; see to the disk or its rights.`;
  if (error instanceof Error && error.message.includes('another version')) return `${error.message}.`;
  if (logo !== null && code === 'InvalidArg') return '--logo is not a picture that can be read.';
  return null;
}
