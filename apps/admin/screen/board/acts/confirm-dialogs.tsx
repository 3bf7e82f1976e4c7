import { type CloseReason, hasEnded, isAtCounter, listOf } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { counterName, scopeName, waitingOf } from '../scene.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import { CloseReasons } from './close-reasons.tsx';
import { orphanWarning } from './orphans.ts';

/** Frees a counter that its officer has left; names the number that goes back to its place. */
export function ReleaseDialog(props: ActProps & { readonly counterId: string }) {
  const { scene, counterId } = props;
  const { release } = scene.locale.words.acts;
  const here = scene.view.counters.find(({ place }) => place.id === counterId);
  const number = here?.ticket?.visit.number ?? null;
  const [reason, setReason] = useState<CloseReason>('left');
  return (
    <ActDialog
      {...props}
      title={release.title(counterName(scene, counterId))}
      act={{ kind: 'release', counterId, number, reason }}
      consequence={number === null ? release.withoutTicket : release.withTicket(number)}
      warning={here && orphanWarning(scene, here, [], true)}
      confirm={number === null ? release.confirmEmpty : release.confirm(number)}
      isDangerous
    >
      <CloseReasons scene={scene} chosen={reason} onChoose={setReason} />
    </ActDialog>
  );
}

/** Ends a pause of an agency or of the mall before its time. */
export function ResumeDialog(props: ActProps & { readonly pauseId: string }) {
  const { scene, pauseId } = props;
  const { resume } = scene.locale.words.acts;
  const pause = scene.hall.pauses[pauseId];
  if (!pause) return null;
  const scope = scopeName(scene, pause.agencyId);
  return (
    <ActDialog
      {...props}
      title={resume.title(scope)}
      act={{ kind: 'resume', pauseId, agencyId: pause.agencyId }}
      consequence={resume.consequence(scope)}
      confirm={resume.confirm}
    />
  );
}

export function WithdrawDialog(props: ActProps & { readonly noticeId: string }) {
  const { scene, noticeId } = props;
  const { withdraw } = scene.locale.words.acts;
  const notice = scene.hall.notices[noticeId];
  if (!notice) return null;
  return (
    <ActDialog
      {...props}
      title={withdraw.title}
      act={{ kind: 'withdraw', noticeId }}
      consequence={withdraw.consequence}
      confirm={withdraw.confirm}
    >
      <blockquote class="quoted">{scene.locale.language === 'en' ? notice.textEn : notice.text}</blockquote>
    </ActDialog>
  );
}

type Switch = 'closeTicketing' | 'openTicketing' | 'openDay' | 'closeDay';

/** Ticketing and the service day: one sentence and one button each. */
export function SwitchDialog(props: ActProps & { readonly kind: Switch }) {
  const { scene, kind } = props;
  const { acts } = scene.locale.words;
  const { title, confirm } = acts[kind];
  return (
    <ActDialog
      {...props}
      {...{ title, confirm }}
      act={{ kind }}
      consequence={consequenceOf(props)}
      isDangerous={kind === 'closeDay'}
    />
  );
}

function consequenceOf({ scene, kind }: ActProps & { readonly kind: Switch }): string {
  const { acts } = scene.locale.words;
  switch (kind) {
    case 'closeTicketing':
      return acts.closeTicketing.consequence(waitingOf(scene, null));
    case 'closeDay': {
      const left = listOf(scene.hall.tickets).filter((ticket) => !hasEnded(ticket) && !isAtCounter(ticket));
      return acts.closeDay.consequence(left.length);
    }
    default:
      return acts[kind].consequence;
  }
}
