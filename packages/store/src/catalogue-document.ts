import {
  type Agency,
  type Catalogue,
  type CounterPlace,
  defaultRules,
  type LeaseRules,
  languages,
  numberStyles,
  type PaperNames,
  type Queue,
  type Service,
  type SiteRules,
  selfServiceRules,
  tracks,
} from '@antrean/domain';
import { parseCalendar } from './calendar-document.ts';
import { BadDocument, type Fields, fieldsOf } from './document-fields.ts';

/** Checks a catalogue document and everything in it that points at something else. Throws `BadDocument` with the place. */
export function parseCatalogue(document: unknown): Catalogue {
  const fields = fieldsOf(document, 'catalogue');
  const site = fields.object('site');
  const rules = fields.object('rules');
  const catalogue: Catalogue = {
    site: { id: site.text('id'), name: site.text('name'), timeZone: zoneOf(site) },
    rules: {
      maxCalls: rules.integer('maxCalls', 1),
      callsBeforeNoShow: rules.integer('callsBeforeNoShow', 1),
      requeuePlaces: rules.integer('requeuePlaces', 0),
      maxRequeues: rules.integer('maxRequeues', 0),
      maxParkMinutes: rules.integer('maxParkMinutes', 1),
      // A mall that was set up before these rules were written gets what a new one begins with.
      callEverySeconds: integerOr(rules, 'callEverySeconds', defaultRules.callEverySeconds),
      undoSeconds: integerOr(rules, 'undoSeconds', defaultRules.undoSeconds),
      waitTargetMinutes: rules.has('waitTargetMinutes')
        ? targetsFrom(rules.object('waitTargetMinutes'))
        : defaultRules.waitTargetMinutes,
      leases: rules.has('leases') ? leasesFrom(rules.object('leases')) : defaultRules.leases,
      selfService: rules.has('selfService') ? rules.word('selfService', selfServiceRules) : defaultRules.selfService,
      languages: rules.has('languages') ? rules.words('languages', languages) : defaultRules.languages,
      spokenNumbers: rules.has('spokenNumbers')
        ? rules.word('spokenNumbers', numberStyles)
        : defaultRules.spokenNumbers,
    },
    calendar: parseCalendar(fields.object('calendar')),
    zones: fields.list('zones', named),
    agencies: fields.list('agencies', agencyFrom),
    services: fields.list('services', serviceFrom),
    ...(fields.has('papers') ? { papers: fields.entries('papers', paperNamesFrom) } : {}),
    queues: fields.list('queues', queueFrom),
    counters: fields.list('counters', counterFrom),
    priorityClasses: fields.list('priorityClasses', (item) => ({
      ...named(item),
      headStartMinutes: item.integer('headStartMinutes', 0),
    })),
  };
  checkLinks(catalogue);
  return catalogue;
}

function zoneOf(site: Fields): string {
  const timeZone = site.text('timeZone');
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new BadDocument(`${site.path}.timeZone`, 'must be an IANA time zone');
  }
  return timeZone;
}

function integerOr(rules: Fields, name: string, otherwise: number): number {
  return rules.has(name) ? rules.integer(name, 0) : otherwise;
}

function targetsFrom(item: Fields): SiteRules['waitTargetMinutes'] {
  return { quick: item.integer('quick', 1), self: item.integer('self', 1), long: item.integer('long', 1) };
}

function leasesFrom(item: Fields): LeaseRules {
  const from = item.integer('from', 2);
  return {
    from,
    to: item.integer('to', from),
    size: item.integer('size', 1),
    keepFree: item.integer('keepFree', 1),
  };
}

const named = (item: Fields) => ({ id: item.text('id'), name: item.text('name'), nameEn: item.text('nameEn') });

function agencyFrom(item: Fields): Agency {
  return {
    ...named(item),
    letter: item.text('letter'),
    shortName: item.text('shortName'),
    zoneId: item.text('zoneId'),
  };
}

function serviceFrom(item: Fields): Service {
  return {
    ...named(item),
    agencyId: item.text('agencyId'),
    queueId: item.text('queueId'),
    track: item.word('track', tracks),
    minutes: item.integer('minutes', 1),
    minutesSpread: item.integer('minutesSpread', 0),
    synonyms: item.texts('synonyms'),
    bring: item.texts('bring'),
    dailyQuota: item.orNull('dailyQuota', (name) => item.integer(name, 0)),
  };
}

function paperNamesFrom(item: Fields): PaperNames[string] {
  return {
    ...(item.has('en') ? { en: item.text('en') } : {}),
    ...(item.has('zh') ? { zh: item.text('zh') } : {}),
  };
}

function queueFrom(item: Fields): Queue {
  return {
    id: item.text('id'),
    agencyId: item.text('agencyId'),
    track: item.word('track', tracks),
    prefix: item.text('prefix'),
    digits: item.integer('digits', 1),
  };
}

function counterFrom(item: Fields): CounterPlace {
  return {
    id: item.text('id'),
    name: item.text('name'),
    zoneId: item.text('zoneId'),
    agencyIds: item.texts('agencyIds'),
    track: item.word('track', tracks),
  };
}

function checkLinks(catalogue: Catalogue): void {
  const { zones, agencies, services, queues, counters, priorityClasses } = catalogue;
  const zoneIds = distinct('zones', zones);
  const agencyIds = distinct('agencies', agencies);
  const queueIds = distinct('queues', queues);
  distinct('services', services);
  distinct('counters', counters);
  distinct('priorityClasses', priorityClasses);
  distinct(
    'prefixes',
    queues.map(({ prefix }) => ({ id: prefix })),
  );
  for (const { id, zoneId } of agencies) known(zoneIds, zoneId, `agency ${id}`);
  for (const { id, agencyId } of queues) known(agencyIds, agencyId, `queue ${id}`);
  for (const place of counters) {
    known(zoneIds, place.zoneId, `counter ${place.id}`);
    for (const agencyId of place.agencyIds) known(agencyIds, agencyId, `counter ${place.id}`);
  }
  const worked = new Set(counters.flatMap(({ agencyIds: at, track }) => at.map((agencyId) => `${agencyId} ${track}`)));
  for (const { id, agencyId, track, queueId } of services) {
    known(agencyIds, agencyId, `service ${id}`);
    known(queueIds, queueId, `service ${id}`);
    const queue = queues.find((other) => other.id === queueId);
    if (queue?.agencyId !== agencyId || queue.track !== track)
      throw new BadDocument(
        `service ${id}`,
        `must feed a queue of ${agencyId} and of the track ${track}, not ${queueId}`,
      );
    // A number that no officer can ever call must not be given.
    if (!worked.has(`${agencyId} ${track}`))
      throw new BadDocument(`service ${id}`, `needs a counter of ${agencyId} on the track ${track}`);
  }
}

function distinct(what: string, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new BadDocument(what, `must be different, ${id} is there twice`);
    ids.add(id);
  }
  return ids;
}

function known(ids: ReadonlySet<string>, id: string, who: string): void {
  if (!ids.has(id)) throw new BadDocument(who, `points at ${id}, which is not there`);
}
