import type { TicketCard } from '@antrean/domain';
import type { ComponentChildren } from 'preact';
import { type Locale, nameOf } from '../telling.ts';
import './list-row.css';

type ListRowProps = {
  readonly card: TicketCard;
  readonly locale: Locale;
  readonly isNext?: boolean;
  readonly note?: string | null;
  readonly children: ComponentChildren;
};

/** One ticket by its number and service; the system knows no name. */
export function ListRow({ card, locale, isNext, note, children }: ListRowProps) {
  return (
    <li class={isNext ? 'row row-next' : 'row'}>
      <span class="row-number number" style={{ '--chars': card.visit.number.length }}>
        {card.visit.number}
      </span>
      <span class="row-what">
        <span class="row-service">{nameOf(locale, card.service)}</span>
        {note && <span class="row-note">{note}</span>}
      </span>
      <span class="row-end">
        {children}
        {card.visit.priority && <strong class="row-priority">{locale.words.common.priority}</strong>}
      </span>
    </li>
  );
}
