import { closeReasons, pauseReasons, tracks } from '@antrean/domain';
import type { OdditiesAnswer } from '@antrean/protocol';
import { agencyName, counterName, type Scene, scopeName, zoneName } from './scene.ts';
import { nameOf } from './telling.ts';

type Told = OdditiesAnswer['acts'][number];

/** What somebody did, from the event that the log keeps of it. A newer server may tell of acts that this page does not know. */
export function actText({ type, values }: Told, scene: Scene): string {
  const { language, words } = scene.locale;
  const { closing, log, quota } = words.acts;
  const text = (field: string) => String(values[field] ?? '');
  const counter = counterName(scene, text('counterId'));
  switch (type) {
    case 'ticket.released':
      return log.released(counter, text('number'));
    case 'counter.closed': {
      const why = closing.reasons[closeReasons.find((known) => known === values.reason) ?? 'other'];
      return values.toCounterId === undefined
        ? log.closed(counter, why)
        : log.handedOver(counter, counterName(scene, text('toCounterId')), why);
    }
    case 'ticket.undone':
      return log.undone(text('number'), stepText(text('undid'), words.counter.undo.steps, words.counter.outcomes.done));
    case 'ticket.reprintAsked':
      return log.reprinted(text('number'));
    case 'ticket.requeued':
      return log.requeued(text('number'));
    case 'counter.trackChanged': {
      const track = tracks.find((known) => known === values.track);
      return log.track(counter, track ? words.common.tracks[track] : text('track'));
    }
    case 'counter.assigned': {
      if (values.agencyIds === null) return log.assignedUsual(counter);
      const agencies = text('agencyIds').split(', ');
      return log.assigned(counter, agencies.map((id) => agencyName(scene, id)).join(', '));
    }
    case 'quota.changed': {
      const service = scene.catalogue.services.find(({ id }) => id === values.serviceId);
      return log.quota(service ? nameOf(language, service) : '', text('quota') || quota.noLimit);
    }
    case 'ticketing.closed':
      return log.ticketingClosed;
    case 'ticketing.opened':
      return log.ticketingOpened;
    case 'log.restored':
      return log.restored;
    case 'notice.posted':
      return log.noticePosted(text(language === 'en' ? 'textEn' : 'text'));
    case 'notice.withdrawn':
      return log.noticeWithdrawn;
    case 'zone.loudnessSet':
      return log.loudnessSet(zoneName(scene, text('zoneId')));
    case 'pause.started': {
      const reason = pauseReasons.find((known) => known === values.reason) ?? 'other';
      return log.pauseStarted(
        scopeName(scene, values.agencyId === null ? null : text('agencyId')),
        words.display.pauseReasons[reason],
      );
    }
    case 'pause.ended':
      // An older server does not say whose it was.
      return log.pauseEnded(scopeName(scene, values.agencyId === null ? null : text('agencyId')));
    case 'day.opened':
      return log.dayOpened;
    case 'day.closed':
      return log.dayClosed;
    default:
      return words.board.oddities.unknownAct;
  }
}

/** A step as the counter's own undo names it; `finish` is there by its outcome. */
function stepText(undid: string, steps: Readonly<Record<string, string>>, finished: string): string {
  return steps[undid === 'no-show' ? 'noShow' : undid] ?? finished.toLowerCase();
}
