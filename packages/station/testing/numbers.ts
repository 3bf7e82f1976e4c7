import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { GivenNumber } from '../src/bridge.ts';
import type { OfflineNumber, Wish } from '../src/journal/jobs.ts';
import { type Journal, openJournal } from '../src/journal/journal.ts';

/** A journal on a disk of its own, and how to open it again as a station does that was started anew. */
export function journalOn(t: TestContext): { readonly file: string; open(): Journal } {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'journal.db');
  return { file, open: () => openJournal(file, () => crypto.randomUUID(), 0) };
}

export const wish: Wish = { serviceIds: ['ktp'], priorityClass: null, language: 'id' };

export const ticket: GivenNumber['tickets'][number] = {
  id: 't',
  visitId: 'v',
  number: 'AQ001',
  serviceDay: '2026-11-23',
  queueId: 'q',
  serviceId: 'ktp',
  track: 'quick',
  priority: false,
  state: 'waiting',
  issuedAt: 0,
  eligibleAt: 0,
  counterId: null,
  calls: 0,
  ahead: null,
  estimate: null,
};

export function given(visitId: string, number = 'AQ001', offline = false): GivenNumber {
  return {
    visit: { id: visitId, number, arrivedAt: 0, priorityClass: null, language: 'id' },
    tickets: [],
    statusUrl: 'http://mall/t/token',
    offline,
  };
}

export function offline(visitId: string, leaseId: string, value: number): OfflineNumber {
  return {
    given: given(visitId, `AQ${value}`, true),
    visit: {
      commandId: crypto.randomUUID(),
      leaseId,
      value,
      visitId,
      ticketIds: [`${visitId}-1`],
      serviceIds: wish.serviceIds,
      priorityClass: null,
      language: 'id',
      statusTokenHash: '0'.repeat(64),
      issuedAt: 0,
      isTimeSure: true,
    },
  };
}
