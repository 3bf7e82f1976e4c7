import type { Service } from './catalogue.ts';
import type { HallEvent } from './events.ts';
import type { Day, Hall, Notice } from './hall.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';

type Decision = Result<readonly HallEvent[]>;

/** How many numbers of a service are given today: what a supervisor said, else the catalogue's; null for no limit (rule [Q3]). */
export function quotaOf(service: Service, quotas: Hall['quotas']): number | null {
  const changed = quotas[service.id];
  return changed === undefined ? service.dailyQuota : changed;
}

export function decideSetQuota(
  facts: { readonly day: Day | null; readonly service: Service; readonly quotas: Hall['quotas'] },
  quota: number | null,
): Decision {
  const shut = notOpen(facts.day);
  if (shut) return shut;
  const { service, quotas } = facts;
  return ok(quotaOf(service, quotas) === quota ? [] : [{ type: 'quota.changed', serviceId: service.id, quota }]);
}

/** Closes or opens the giving of numbers for today, beside the calendar (rule [D8]). */
export function decideTicketing(
  facts: { readonly day: Day | null; readonly ticketing: Hall['ticketing'] },
  wanted: Hall['ticketing'],
): Decision {
  const shut = notOpen(facts.day);
  if (shut) return shut;
  return ok(facts.ticketing === wanted ? [] : [{ type: `ticketing.${wanted === 'open' ? 'opened' : 'closed'}` }]);
}

/** A message on the displays (rule [V7]). */
export function decidePostNotice(notice: Omit<Notice, 'postedAt'>): Decision {
  const { id: noticeId, text, textEn, zoneId, until } = notice;
  return ok([{ type: 'notice.posted', noticeId, text, textEn, zoneId, until }]);
}

export function decideWithdrawNotice(notices: readonly Notice[], noticeId: string): Decision {
  return notices.some(({ id }) => id === noticeId)
    ? ok([{ type: 'notice.withdrawn', noticeId }])
    : refuse('notice.unknown');
}

function notOpen(day: Day | null): { readonly ok: false; readonly error: Refusal } | null {
  return day?.state === 'open' ? null : refuse('day.closed');
}
