import type { BoardView, Catalogue, Counter, Hall, Pause, Queue, Service } from '@antrean/domain';
import { siteTime } from '@antrean/domain';
import { timeText } from '@antrean/ui';
import { type Locale, nameOf } from './telling.ts';

/** What does not change from moment to moment. */
export type ScenePlace = {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  /** Names by id; ids are all that the feed tells of officers. */
  readonly officers: ReadonlyMap<string, string>;
};

/** One moment of the mall with what its dialogs need to speak of it. */
export type Scene = ScenePlace & {
  readonly hall: Hall;
  readonly view: BoardView;
  /** The server's clock, epoch milliseconds. */
  readonly at: number;
};

export function agencyName({ catalogue }: Pick<Scene, 'catalogue'>, agencyId: string): string {
  return catalogue.agencies.find(({ id }) => id === agencyId)?.shortName ?? agencyId;
}

/** "Dukcapil Cepat": how people call a queue. */
export function queueName(scene: ScenePlace, queue: Queue): string {
  return `${agencyName(scene, queue.agencyId)} ${scene.locale.words.common.tracks[queue.track]}`;
}

export function counterName({ catalogue }: Pick<Scene, 'catalogue'>, counterId: string): string {
  return catalogue.counters.find(({ id }) => id === counterId)?.name ?? counterId;
}

/** Empty until the server has told who it is. */
export function officerName({ officers }: Pick<Scene, 'officers'>, counter: Counter): string {
  return counter.state === 'closed' ? '' : (officers.get(counter.officerId) ?? '');
}

export function zoneName({ catalogue, locale }: ScenePlace, zoneId: string): string {
  const zone = catalogue.zones.find(({ id }) => id === zoneId);
  return zone ? nameOf(locale.language, zone) : zoneId;
}

/** An agency, or the whole mall for null. */
export function scopeName(scene: Scene, agencyId: string | null): string {
  return agencyId === null ? scene.locale.words.board.mall.wholeMall : agencyName(scene, agencyId);
}

export function pauseOf({ hall }: Pick<Scene, 'hall'>, agencyId: string | null): Pause | undefined {
  return Object.values(hall.pauses).find((pause) => pause.agencyId === agencyId);
}

/** Visitors who wait, of one agency or of the whole mall. */
export function waitingOf({ view }: Pick<Scene, 'view'>, agencyId: string | null): number {
  return view.queues
    .filter(({ queue }) => agencyId === null || queue.agencyId === agencyId)
    .reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Today's quota of a service, a supervisor's change included; null means none. */
export function quotaOf({ hall }: Pick<Scene, 'hall'>, service: Service): number | null {
  const changed = hall.quotas[service.id];
  return changed === undefined ? service.dailyQuota : changed;
}

/** "until 10:30", or that nobody knows. */
export function untilText({ locale }: Pick<Scene, 'locale'>, until: number | null): string {
  const { words, language, timeZone } = locale;
  return until === null ? words.acts.untilOpen : words.acts.untilText(timeText(until, timeZone, language));
}

/** The moment of today at which the mall's clock shows this wall time `HH:MM`, which may lie in the past. */
export function wallMoment({ at, locale }: Pick<Scene, 'at' | 'locale'>, time: string): number {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const now = siteTime(at, locale.timeZone).time;
  return Math.floor(at / 60_000) * 60_000 + (minutes(time) - minutes(now)) * 60_000;
}
