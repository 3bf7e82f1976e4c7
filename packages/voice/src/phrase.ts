import { type Announcement, type Catalogue, type Language, type NumberStyle, siteTime } from '@antrean/domain';
import { tongues } from './languages/tongues.ts';
import { spell } from './spell.ts';
import type { Template, Templates, Token, Tongue } from './tongue.ts';

/** Clips that follow each other closely. An optional part is left out as a whole when one of its clips is missing. */
export type Part = { readonly tokens: readonly Token[]; readonly isOptional: boolean };

/** Between two sentences the voice takes a breath. */
export type Sentence = readonly Part[];

/** An announcement in one language, not yet in time. */
export type Utterance = { readonly language: Language; readonly sentences: readonly Sentence[] };

/** The mall in which it is heard; `zoneId` is that of the loudspeaker, null for all zones. */
export type Hearing = {
  readonly catalogue: Pick<Catalogue, 'site' | 'agencies' | 'counters' | 'zones'>;
  readonly zoneId: string | null;
  readonly style: NumberStyle;
};

export function agencyToken(agencyId: string): Token {
  return `agency-${fileName(agencyId)}`;
}

/** Where a place is, for those who hear of it in another zone. */
export function zoneToken(zoneId: string): Token {
  return `zone-${fileName(zoneId)}`;
}

/** A counter whose name is no label to be spelled, "Prioritas" for instance, has a clip of its own. */
export function counterToken(counterId: string): Token {
  return `named-${fileName(counterId)}`;
}

function fileName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** What is said, in every language of the announcement and in its order. */
export function phrase(announcement: Announcement, hearing: Hearing): readonly Utterance[] {
  return announcement.languages.map((language) => {
    const tongue = tongues[language];
    const slots = slotsOf(announcement, hearing, language);
    return { language, sentences: fill(tongue.templates[templateFor(announcement)], slots) };
  });
}

function templateFor(announcement: Announcement): keyof Templates {
  if (announcement.kind === 'message') {
    const { template, agencyId } = announcement;
    if (agencyId === null) return template;
    if (template === 'pause') return 'agencyPause';
    if (template === 'pauseOver') return 'agencyPauseOver';
    return template === 'systemDown' ? 'agencySystemDown' : template;
  }
  const { times, isLast } = announcement;
  if (times <= 1) return 'firstCall';
  if (isLast) return 'lastCall';
  return times === 2 ? 'secondCall' : 'recall';
}

/** Null: there is nothing to put there, so an optional part goes without a word about it. */
type Slots = Readonly<Record<string, readonly Token[] | null>>;

function slotsOf(announcement: Announcement, hearing: Hearing, language: Language): Slots {
  const agency = announcement.agencyId === null ? null : [agencyToken(announcement.agencyId)];
  const tongue = tongues[language];
  if (announcement.kind === 'message') {
    const reason = announcement.reason && tongue.reasons[announcement.reason];
    const time = announcement.until === null ? null : timeTokens(announcement.until, hearing, tongue);
    return { agency, reason: reason ? [reason] : null, time };
  }
  const place = hearing.catalogue.counters.find(({ id }) => id === announcement.counterId);
  const isElsewhere = place !== undefined && hearing.zoneId !== null && place.zoneId !== hearing.zoneId;
  return {
    agency,
    queue: [announcement.priority ? tongue.queue.priority : tongue.queue.ordinary],
    number: spell(announcement.number, language, hearing.style),
    counter: counterTokens(announcement.counterId, place?.name, language),
    zone: isElsewhere ? [zoneToken(place.zoneId)] : null,
  };
}

// A counter's number is a place, not a queue's label: it is said as a number in either style.
function counterTokens(id: string, name: string | undefined, language: Language): readonly Token[] {
  const isLabel = name !== undefined && /^[a-z]{0,2}\W?\d+[a-z]?$/i.test(name);
  return isLabel ? spell(name, language, 'words') : [counterToken(id)];
}

function timeTokens(at: number, { catalogue }: Hearing, tongue: Tongue): readonly Token[] {
  const { time } = siteTime(at, catalogue.site.timeZone);
  return tongue.time(Number(time.slice(0, 2)), Number(time.slice(3)));
}

/** A template with its slots filled. An empty slot outside an optional part is a bug of the template, so it throws. */
export function fill(template: Template, slots: Slots): readonly Sentence[] {
  return template.split('|').map((sentence) =>
    [...sentence.matchAll(/\[([^\]]*)\]|[^\s[\]]+/g)].flatMap(([words, optional]): Part[] => {
      const names = (optional ?? words).trim().split(/\s+/);
      const filled = names.map((name) => (name.startsWith('{') ? (slots[name.slice(1, -1)] ?? null) : [name]));
      const tokens = filled.flatMap((found) => found ?? []);
      if (filled.every((found) => found !== null)) return [{ tokens, isOptional: optional !== undefined }];
      if (optional === undefined) throw new Error(`nothing to say for ${words} in "${template}"`);
      return [];
    }),
  );
}
