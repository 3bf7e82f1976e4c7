import type { Receipts } from '@antrean/client';
import type { Hall } from '@antrean/domain';
import type { Receipt } from '@antrean/protocol';
import { useSource } from '@antrean/ui';
import { useMemo } from 'preact/hooks';

/** What displays told of this ticket's newest call; null while nothing is known, and without a ticket. */
export function useReceipt(receipts: Receipts, hall: Hall | null, ticketId: string | null): Receipt | null {
  const seq = hall?.calls.find((call) => call.ticketId === ticketId)?.seq ?? null;
  const source = useMemo(
    () => ({
      current: () => (seq === null ? null : receipts.current(seq)),
      subscribe: receipts.subscribe,
    }),
    [receipts, seq],
  );
  return useSource(source);
}
