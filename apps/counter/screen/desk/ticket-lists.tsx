import type { Catalogue, CounterView, SiteRules, TicketCard } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { nextOf, pauseOver } from '../actions.ts';
import type { Choice } from '../orders.ts';
import { type Locale, nameOf, timeText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';
import './ticket-lists.css';

type TicketListsProps = {
  readonly view: CounterView;
  readonly catalogue: Catalogue;
  readonly rules: SiteRules;
  readonly now: number;
  readonly under: Choice | null;
  readonly locale: Locale;
  readonly onChoose: (choice: Choice) => void;
};

const firstShown = 8;

/** Everybody who belongs to this counter's queues, by number and service, never by name. */
export function TicketLists(props: TicketListsProps) {
  const { view, rules, now, under, locale, onChoose } = props;
  const [showsAll, setShowsAll] = useState(false);
  const { lists, actions } = locale.words.counter;
  const next = nextOf(view);
  const shown = showsAll ? view.waiting : view.waiting.slice(0, firstShown);
  const button = (action: 'requeue' | 'unpark', ticketId: string) => (
    <ActionButton
      label={actions[action]}
      look="plain"
      locked={under !== null}
      busy={under?.action === action && under.ticketId === ticketId}
      onPress={() => onChoose({ action, ticketId })}
    />
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard.
    <aside class="lists" aria-label={lists.title} tabIndex={0}>
      <h2 class="lists-head">
        {lists.waiting} <span class="lists-count">{view.waiting.length}</span>
      </h2>
      {view.waiting.length === 0 && <p class="lists-none">{lists.none}</p>}
      <ol>
        {shown.map((card) => (
          <Row key={card.ticket.id} card={card} locale={locale} isNext={card === next}>
            {pauseOver(view, card.agency.id) ? (
              <span class="row-note">{lists.agencyPaused(card.agency.shortName)}</span>
            ) : (
              <span class="row-wait">{lists.wait(minutesSince(card.visit.arrivedAt, now))}</span>
            )}
          </Row>
        ))}
      </ol>
      {view.waiting.length > firstShown && (
        <button type="button" class="lists-more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? lists.fewer : lists.more(view.waiting.length - firstShown)}
        </button>
      )}
      <Group title={lists.parked} cards={view.parked}>
        {(card) => (
          <Row key={card.ticket.id} card={card} locale={locale}>
            {card.ticket.state === 'parked' && (
              <span class="row-wait">{lists.until(timeText(locale, card.ticket.until))}</span>
            )}
            {button('unpark', card.ticket.id)}
          </Row>
        )}
      </Group>
      <Group title={lists.missed} cards={view.missed}>
        {(card) => (
          <Row key={card.ticket.id} card={card} locale={locale}>
            {card.ticket.requeues >= rules.maxRequeues ? (
              <span class="row-note">{lists.final}</span>
            ) : (
              <>
                {card.ticket.state === 'no_show' && (
                  <span class="row-wait">{lists.missedAt(timeText(locale, card.ticket.missedAt))}</span>
                )}
                {button('requeue', card.ticket.id)}
              </>
            )}
          </Row>
        )}
      </Group>
      <Group title={lists.held} cards={view.held}>
        {(card) => (
          <Row key={card.ticket.id} card={card} locale={locale}>
            <span class="row-note">{heldText(card, props)}</span>
          </Row>
        )}
      </Group>
    </aside>
  );
}

function Group(props: {
  title: string;
  cards: readonly TicketCard[];
  children: (card: TicketCard) => preact.JSX.Element;
}) {
  if (props.cards.length === 0) return null;
  return (
    <>
      <h2 class="lists-head">
        {props.title} <span class="lists-count">{props.cards.length}</span>
      </h2>
      <ol>{props.cards.map(props.children)}</ol>
    </>
  );
}

type RowProps = {
  readonly card: TicketCard;
  readonly locale: Locale;
  readonly isNext?: boolean;
  readonly children: preact.ComponentChildren;
};

function Row({ card, locale, isNext, children }: RowProps) {
  return (
    <li class={isNext ? 'row row-next' : 'row'}>
      <span class="row-number number">{card.visit.number}</span>
      <span class="row-service">
        {nameOf(locale, card.service)}
        {card.visit.priority && <strong class="row-priority">{locale.words.common.priority}</strong>}
      </span>
      <span class="row-end">{children}</span>
    </li>
  );
}

function heldText({ ticket }: TicketCard, { locale }: TicketListsProps): string {
  const { lists } = locale.words.counter;
  return ticket.state === 'waiting' && ticket.after !== null ? lists.afterLeg : lists.elsewhere;
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000));
}
