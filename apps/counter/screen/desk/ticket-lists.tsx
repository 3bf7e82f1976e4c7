import { type CounterView, pauseOver, type SiteRules, type TicketCard } from '@antrean/domain';
import { ScrollBox } from '@antrean/ui';
import type { Ref } from 'preact';
import { nextOf } from '../actions.ts';
import type { Choice } from '../orders.ts';
import { countdownText, type Locale, timeText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';
import { ListRow } from './list-row.tsx';
import { OwnDay } from './own-day.tsx';
import './ticket-lists.css';

type TicketListsProps = {
  readonly lists: Ref<HTMLElement>;
  readonly view: CounterView;
  readonly rules: SiteRules;
  readonly now: number;
  /** The press under way, null when buttons are free. */
  readonly under: Choice | null;
  /** Whether somebody may be called out of order now; without it the list says nothing of such a thing. */
  readonly canPick: boolean;
  readonly locale: Locale;
  readonly onChoose: (choice: Choice) => void;
  readonly onPick: (card: TicketCard) => void;
};

// Nobody reads further down, and the page stays light on the day when a thousand wait.
const mostShown = 60;

/** Everybody who belongs to this counter's queues, by number and service, never by name. */
export function TicketLists(props: TicketListsProps) {
  const { view, now, under, canPick, locale, onPick } = props;
  const { actions, lists } = locale.words.counter;
  const next = nextOf(view);
  const rest = view.waiting.length - mostShown;
  const groups = [
    { title: lists.parked, cards: view.parked },
    { title: lists.missed, cards: view.missed },
    { title: lists.held, cards: view.held },
  ].filter(({ cards }) => cards.length > 0);
  return (
    <aside ref={props.lists} class="lists" aria-label={lists.title} tabIndex={-1}>
      <ListHead title={lists.waiting} count={view.waiting.length} />
      <ScrollBox class="lists-scroll lists-grows" label={lists.waiting}>
        {view.waiting.length === 0 && <p class="lists-none">{lists.none}</p>}
        <ol>
          {view.waiting.slice(0, mostShown).map((card) => (
            <ListRow key={card.ticket.id} card={card} locale={locale} isNext={card === next}>
              <span class="row-wait">{lists.wait(minutesSince(card.visit.arrivedAt, now))}</span>
              {canPick && next && card !== next && (
                <ActionButton
                  label={actions.pick}
                  look="quiet"
                  locked={under !== null}
                  busy={under?.action === 'pick' && under.ticketId === card.ticket.id}
                  onPress={() => onPick(card)}
                />
              )}
            </ListRow>
          ))}
        </ol>
        {rest > 0 && <p class="lists-none">{lists.more(rest)}</p>}
      </ScrollBox>
      {groups.length > 0 && (
        <ScrollBox class="lists-scroll lists-groups" label={groups.map(({ title }) => title).join(', ')}>
          {groups.map(({ title, cards }, i) => (
            <Group key={title} title={title} cards={cards} below={groups.length - 1 - i} {...props} />
          ))}
        </ScrollBox>
      )}
      <OwnDay view={view} locale={locale} />
    </aside>
  );
}

/** A list's name and count; those of the lists below stay in sight at the foot while an upper one is long. */
function ListHead({ title, count, below = 0 }: { title: string; count: number; below?: number }) {
  return (
    <h2 class="lists-head" style={{ '--below': below }}>
      {title} <span class="lists-count">{count}</span>
    </h2>
  );
}

type GroupProps = TicketListsProps & { title: string; cards: readonly TicketCard[]; below: number };

function Group({ title, cards, below, ...props }: GroupProps) {
  return (
    <>
      <ListHead title={title} count={cards.length} below={below} />
      <ol>
        {cards.map((card) => (
          <ListRow key={card.ticket.id} card={card} locale={props.locale} note={noteOf(card, props)}>
            <BackButton card={card} {...props} />
          </ListRow>
        ))}
      </ol>
    </>
  );
}

/** For who stands at the desk again: the parked who is early, the missed who reports back once. */
function BackButton({ card, rules, under, locale, onChoose }: TicketListsProps & { card: TicketCard }) {
  const { id: ticketId, state, requeues } = card.ticket;
  if (state !== 'parked' && (state !== 'no_show' || requeues >= rules.maxRequeues)) return null;
  const action = state === 'parked' ? 'unpark' : 'requeue';
  return (
    <ActionButton
      label={locale.words.counter.actions[action]}
      look="plain"
      locked={under !== null}
      busy={under?.action === action && under.ticketId === ticketId}
      onPress={() => onChoose({ action, ticketId })}
    />
  );
}

function noteOf({ ticket, agency }: TicketCard, { view, rules, now, locale }: TicketListsProps): string | null {
  const { lists } = locale.words.counter;
  switch (ticket.state) {
    case 'parked':
      return lists.backIn(countdownText(locale, ticket.until - now));
    case 'no_show':
      return ticket.requeues >= rules.maxRequeues ? lists.final : lists.missedAt(timeText(locale, ticket.missedAt));
    case 'waiting':
      if (ticket.after !== null) return lists.afterLeg;
      return pauseOver(view.pauses, agency.id) ? lists.agencyPaused(agency.shortName) : lists.elsewhere;
    default:
      return null;
  }
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000));
}
