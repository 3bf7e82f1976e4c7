import type { Answered, Failure, Station } from '@antrean/client';
import type { CatalogueAnswer, IssueAnswer } from '@antrean/protocol';

/** One agency, one service, one counter: enough of a mall to print a slip of. */
const smallMall: CatalogueAnswer = {
  catalogue: {
    site: { id: 'mall', name: 'Mal Pelayanan Publik Bintan', timeZone: 'Asia/Jakarta' },
    rules: { maxCalls: 3, callsBeforeNoShow: 3, requeuePlaces: 3, maxRequeues: 1, maxParkMinutes: 120 },
    calendar: { week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }, days: {} },
    zones: [{ id: '1', name: 'Lantai 1', nameEn: 'Floor 1' }],
    agencies: [
      { id: 'DKC', letter: 'D', name: 'Dukcapil', nameEn: 'Civil registry', shortName: 'Dukcapil', zoneId: '1' },
    ],
    services: [
      {
        ...{
          id: 'DKC-01',
          agencyId: 'DKC',
          queueId: 'DKC-quick',
          track: 'quick',
          name: 'KTP-el baru',
          nameEn: 'New ID',
        },
        ...{ minutes: 10, minutesSpread: 5, synonyms: [], bring: ['Kartu keluarga'], dailyQuota: null },
      },
    ],
    queues: [{ id: 'DKC-quick', agencyId: 'DKC', track: 'quick', prefix: 'DQ', digits: 3 }],
    counters: [{ id: 'counter-1', name: '1', zoneId: '1', agencyIds: ['DKC'], track: 'quick' }],
    priorityClasses: [],
  },
  epoch: 1,
  now: 0,
  demo: false,
};

type Asked = { readonly name: string; readonly key: string | undefined; readonly body: unknown };

/**
 * The server's side of `Commands`, as small as its contract allows: a number for each key, the same one for the same key.
 * `fails` are answers given first, one a call.
 */
export function smallServer(fails: Failure[] = []) {
  const asked: Asked[] = [];
  const numbers = new Map<string, IssueAnswer>();
  const give = async (name: string, _params: unknown, body: unknown, key = ''): Promise<Answered<unknown>> => {
    asked.push({ name, key, body });
    const failure = fails.shift();
    if (failure) return { ok: false, error: failure };
    if (name !== 'issue') return { ok: true, value: {} };
    const answer = numbers.get(key) ?? issued(numbers.size + 1);
    numbers.set(key, answer);
    return { ok: true, value: answer };
  };
  const server = {
    commands: { give },
    catalogue: async () => ({ ok: true, value: smallMall }),
  } as unknown as Pick<Station, 'commands' | 'catalogue'>;
  return { server, asked, numbers };
}

function issued(count: number): IssueAnswer {
  const number = `DQ${String(count).padStart(3, '0')}`;
  const arrivedAt = Date.UTC(2026, 10, 23, 2, 41);
  return {
    visit: { id: `visit-${count}`, number, arrivedAt, priorityClass: null, language: 'id' },
    tickets: [
      {
        ...{ id: `ticket-${count}`, visitId: `visit-${count}`, number, serviceDay: '2026-11-23', queueId: 'DKC-quick' },
        ...{ serviceId: 'DKC-01', track: 'quick', priority: false, state: 'waiting', issuedAt: arrivedAt },
        ...{ eligibleAt: arrivedAt, counterId: null, calls: 0, ahead: 3, estimate: [20, 40] },
      },
    ],
    statusUrl: `/t/token-of-visit-${count}-22ch`,
  };
}
