import { siteTime } from '@antrean/domain';
import { clockText, dayText, wallTimeText } from '@antrean/ui';
import { Icon } from '../parts/icon.tsx';
import { Languages } from '../parts/languages.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import type { Scene, Walk } from '../scene.ts';
import { type ShutReason, shutReason } from '../shut-reason.ts';
import './shut-page.css';

/** Nobody may take a number now: why, until when, and that numbers already given are safe. */
export function ShutPage({ scene, walk }: { scene: Scene; walk: Walk }) {
  const { hall, catalogue, at } = scene;
  const reason = shutReason(hall, catalogue, at);
  return (
    <main class="page shut">
      <div class="shut-bar">
        <p lang="id">{catalogue.site.name}</p>
        <Languages scene={scene} walk={walk} />
      </div>
      <div class="shut-middle" role="status">
        <span class="shut-sign">
          <Icon name={reason.why === 'paused' || reason.why === 'break' ? 'pause' : 'moon'} />
        </span>
        <PageHeading text={shutTitle(reason, scene)} class="shut-title" />
        <p class="shut-when">{shutWhen(reason, scene)}</p>
        <p class="shut-hint">{shutHint(reason, scene)}</p>
      </div>
    </main>
  );
}

function shutTitle(reason: ShutReason, { words }: Scene): string {
  const { shut, pauseReasons } = words.kiosk;
  switch (reason.why) {
    case 'paused':
      return shut.paused(pauseReasons[reason.reason]);
    case 'holiday':
    case 'leave':
      return reason.name === null ? shut.closedDay : shut[reason.why](reason.name);
    case 'break':
      return reason.name !== null && isPauseReason(pauseReasons, reason.name)
        ? shut.paused(pauseReasons[reason.name])
        : shut.break;
    default:
      return shut[reason.why];
  }
}

function isPauseReason<T extends object>(reasons: T, name: string): name is keyof T & string {
  return Object.hasOwn(reasons, name);
}

function shutWhen(reason: ShutReason, { catalogue, language, words, at }: Scene): string {
  const { shut } = words.kiosk;
  const { timeZone } = catalogue.site;
  if (reason.why === 'paused')
    return reason.until === null ? shut.resumesSoon : shut.resumesAt(clockText(reason.until, timeZone, language));
  if (reason.why === 'closedByHand') return shut.askStaff;
  if (reason.opens === null) return reason.why === 'dayOver' ? shut.thanks : shut.dayNotOpenHint;
  const time = wallTimeText(reason.opens.time, language);
  if (reason.why === 'break') return shut.resumesAt(time);
  return reason.opens.date === siteTime(at, timeZone).date
    ? shut.opensToday(time)
    : shut.opensOn(dayText(reason.opens.date, language), time);
}

function shutHint(reason: ShutReason, { words }: Scene): string {
  const { shut } = words.kiosk;
  switch (reason.why) {
    case 'paused':
    case 'break':
      return shut.numbersValid;
    case 'cutOff':
    case 'closedByHand':
    case 'dayOver':
      return shut.held;
    default:
      return '';
  }
}
