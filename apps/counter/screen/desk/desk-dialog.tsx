import { leftAlone, type PauseReason, pickReasons, type TicketCard } from '@antrean/domain';
import type { Actions } from '../actions.ts';
import { ChoiceDialog } from '../dialogs/choice-dialog.tsx';
import { ConfirmDialog } from '../dialogs/confirm-dialog.tsx';
import { HelpDialog } from '../dialogs/help-dialog.tsx';
import { NoteDialog } from '../dialogs/note-dialog.tsx';
import { ParkDialog } from '../dialogs/park-dialog.tsx';
import { ServiceDialog } from '../dialogs/service-dialog.tsx';
import type { Choice } from '../orders.ts';
import type { DialogName } from '../wishes.ts';
import type { DeskProps } from './desk.tsx';

/** The question on the screen; a call out of order is about a ticket of the list. */
export type Asked = { readonly name: DialogName } | { readonly name: 'pick'; readonly card: TicketCard };

type DeskDialogProps = DeskProps & {
  readonly asked: Asked;
  readonly stage: Actions['stage'];
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
};

// The mall's own breaks, stretching and Friday prayer, are the supervisor's.
const ownPauses: readonly PauseReason[] = ['meal', 'prayer', 'systemDown', 'meeting', 'other'];

/** The question that an action asks before it is given. */
export function DeskDialog(props: DeskDialogProps) {
  const { asked, view, stage, locale, onChoose, onClose } = props;
  const { words } = locale;
  const { pauseDialog, pauseReasons, pickDialog, pickReasons: whys, closeDialog, signOutDialog } = words.counter;
  switch (asked.name) {
    case 'help':
      return <HelpDialog {...props} />;
    case 'pause':
      return (
        <ChoiceDialog
          {...pauseDialog}
          warning={aloneText(props)}
          choices={ownPauses.map((reason) => ({ value: reason, label: pauseReasons[reason] }))}
          locale={locale}
          onChoose={(reason) => onChoose({ action: 'pause', reason })}
          onClose={onClose}
        />
      );
    case 'pick':
      return (
        <ChoiceDialog
          title={pickDialog.title(asked.card.visit.number)}
          help={pickDialog.help}
          choices={pickReasons.map((why) => ({ value: why, label: whys[why] }))}
          locale={locale}
          onChoose={(why) => onChoose({ action: 'pick', ticketId: asked.card.ticket.id, why })}
          onClose={onClose}
        />
      );
    case 'close':
      return (
        <ConfirmDialog
          title={closeDialog.title}
          help={closeDialog.help(view.waiting.length)}
          warning={aloneText(props)}
          confirm={closeDialog.confirm}
          locale={locale}
          onConfirm={() => onChoose({ action: 'close' })}
          onClose={onClose}
        />
      );
    case 'signOut':
      return (
        <ConfirmDialog
          title={view.present ? signOutDialog.withVisitor(view.present.visit.number) : signOutDialog.title}
          help={view.present ? signOutDialog.withVisitorHelp : signOutDialog.help(stage === 'paused')}
          warning={aloneText(props)}
          confirm={signOutDialog.confirm}
          locale={locale}
          onConfirm={props.onSignOut}
          onClose={onClose}
        />
      );
    default:
      return view.present && <TicketDialog {...props} name={asked.name} present={view.present} />;
  }
}

/** Who would wait with nobody to call them (rule C12). */
function aloneText({ hall, catalogue, view, locale }: DeskProps): string | undefined {
  const lines = leftAlone(hall, catalogue, { counterId: view.place.id, next: [], isReleased: false });
  const { common, counter } = locale.words;
  const nameOf = (id: string) => catalogue.agencies.find((agency) => agency.id === id)?.shortName ?? id;
  const queues = lines.map(({ queue }) => `${nameOf(queue.agencyId)} ${common.tracks[queue.track]}`).join(', ');
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0);
  return waiting > 0 ? counter.leftAlone(queues, waiting) : undefined;
}

type TicketDialogProps = DeskDialogProps & {
  readonly name: 'park' | 'transfer' | 'forward' | 'cancel' | 'note';
  readonly present: NonNullable<DeskProps['view']['present']>;
};

function TicketDialog({ name, present, hall, catalogue, view, now, locale, onChoose, onClose }: TicketDialogProps) {
  const { number } = present.visit;
  const { cancelDialog } = locale.words.counter;
  switch (name) {
    case 'note':
      return (
        <NoteDialog
          number={number}
          locale={locale}
          onNote={(text) => onChoose({ action: 'note', text })}
          onClose={onClose}
        />
      );
    case 'park':
      return (
        <ParkDialog
          number={number}
          maxMinutes={catalogue.rules.maxParkMinutes}
          now={now}
          locale={locale}
          onPark={(minutes) => onChoose({ action: 'park', minutes })}
          onClose={onClose}
        />
      );
    case 'cancel':
      return (
        <ConfirmDialog
          title={cancelDialog.title(number)}
          help={cancelDialog.help}
          confirm={cancelDialog.confirm}
          locale={locale}
          onConfirm={() => onChoose({ action: 'cancel' })}
          onClose={onClose}
        />
      );
    default:
      return (
        <ServiceDialog
          kind={name}
          number={number}
          from={{ serviceId: present.service.id, agencyIds: view.queues.map(({ agencyId }) => agencyId) }}
          eligibleAt={present.visit.eligibleAt}
          catalogue={catalogue}
          hall={hall}
          locale={locale}
          onTransfer={(serviceId) => onChoose({ action: 'transfer', serviceId })}
          onForward={(serviceIds, inOrder) => onChoose({ action: 'forward', serviceIds, inOrder })}
          onClose={onClose}
        />
      );
  }
}
