import { agenciesAt, unreachable } from '@antrean/domain';
import { agencyName, counterName, type Scene, scopeName, untilText } from '../scene.ts';
import { nameOf } from '../telling.ts';
import type { Act } from './acts.ts';

/** What has been done, in one sentence. */
export function doneText(act: Act, scene: Scene): string {
  const { language, words } = scene.locale;
  const { acts } = words;
  switch (act.kind) {
    case 'track':
      return acts.track.done(counterName(scene, act.counterId), words.common.tracks[act.track]);
    case 'assign': {
      const place = scene.catalogue.counters.find(({ id }) => id === act.counterId);
      const agencies = place ? agenciesAt(place, act).map((id) => agencyName(scene, id)) : [];
      return acts.assign.done(counterName(scene, act.counterId), agencies.join(', '));
    }
    case 'release': {
      const name = counterName(scene, act.counterId);
      return act.number === null ? acts.release.done(name) : acts.release.doneTicket(name, act.number);
    }
    case 'handOver': {
      const names = act.agencyIds.map((id) => agencyName(scene, id)).join(', ');
      const taken = acts.handOver.done(counterName(scene, act.toCounterId), names);
      return act.isClosing ? `${acts.handOver.doneClosed(counterName(scene, act.counterId))} ${taken}` : taken;
    }
    case 'pause': {
      const scope = scopeName(scene, act.agencyId);
      return act.reason === 'systemDown' ? acts.down.done(scope) : acts.pause.done(scope, untilText(scene, act.until));
    }
    case 'resume':
      return acts.resume.done(scopeName(scene, act.agencyId));
    case 'quota': {
      const service = scene.catalogue.services.find(({ id }) => id === act.serviceId);
      const quota = act.quota === null ? acts.quota.noLimit : String(act.quota);
      return acts.quota.done(service ? nameOf(language, service) : '', quota);
    }
    case 'closeTicketing':
    case 'openTicketing':
    case 'openDay':
    case 'closeDay':
    case 'notice':
    case 'withdraw':
      return acts[act.kind].done;
    default:
      return unreachable(act);
  }
}
