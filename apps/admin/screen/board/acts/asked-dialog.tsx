import { unreachable } from '@antrean/domain';
import type { ActProps } from './act-dialog.tsx';
import type { Asked, OnAsk } from './asked.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ReleaseDialog, ResumeDialog, SwitchDialog, WithdrawDialog } from './confirm-dialogs.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { AgencyMenu, CounterMenu } from './menu-dialogs.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { DownDialog, PauseDialog } from './pause-dialog.tsx';
import { QuotaDialog } from './quota-dialog.tsx';
import { TrackDialog } from './track-dialog.tsx';

/** The one dialog that stands in front of the board. */
export function AskedDialog({ asked, onAsk, ...props }: ActProps & { readonly asked: Asked; readonly onAsk: OnAsk }) {
  const { scene, onClose } = props;
  switch (asked.kind) {
    case 'counter':
      return <CounterMenu {...{ scene, onAsk, onClose }} counterId={asked.counterId} />;
    case 'agency':
      return <AgencyMenu {...{ scene, onAsk, onClose }} agencyId={asked.agencyId} />;
    case 'help':
      return <HelpDialog {...{ scene, onAsk, onClose }} queueId={asked.queueId} />;
    case 'track':
      return <TrackDialog {...props} counterId={asked.counterId} track={asked.track} />;
    case 'assign':
      return <AssignDialog {...props} counterId={asked.counterId} also={asked.also} />;
    case 'release':
      return <ReleaseDialog {...props} counterId={asked.counterId} />;
    case 'handOver':
      return <HandOverDialog {...props} counterId={asked.counterId} />;
    case 'pause':
      return <PauseDialog {...props} agencyId={asked.agencyId} />;
    case 'down':
      return <DownDialog {...props} agencyId={asked.agencyId} />;
    case 'resume':
      return <ResumeDialog {...props} pauseId={asked.pauseId} />;
    case 'quota':
      return <QuotaDialog {...props} agencyId={asked.agencyId} />;
    case 'notice':
      return <NoticeDialog {...props} />;
    case 'withdraw':
      return <WithdrawDialog {...props} noticeId={asked.noticeId} />;
    case 'closeTicketing':
    case 'openTicketing':
    case 'openDay':
    case 'closeDay':
      return <SwitchDialog {...props} kind={asked.kind} />;
    default:
      return unreachable(asked);
  }
}
