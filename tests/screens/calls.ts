import assert from 'node:assert/strict';
import { give, type Mall, type Officer, signIn } from '../mall.ts';

/** A visitor takes a number for this service; gives back the number and the way to the visitor's own page. */
export async function takeNumber(
  mall: Mall,
  serviceIds: readonly string[],
  priorityClass: string | null = null,
): Promise<{ readonly number: string; readonly page: string }> {
  const { status, body } = await give(
    mall.url,
    { token: mall.demo.kioskToken },
    'issue',
    {},
    { serviceIds, priorityClass },
  );
  assert.equal(status, 201, JSON.stringify(body));
  const { visit, statusUrl } = body as unknown as { visit: { number: string }; statusUrl: string };
  return { number: visit.number, page: new URL(statusUrl).pathname };
}

/** The counter of this id with its officer, open. */
export async function openCounter(mall: Mall, counterId: string): Promise<Officer> {
  const officer = await signIn(mall, counterId);
  const { status, body } = await give(mall.url, officer, 'open', { counterId }, {});
  assert.equal(status, 200, JSON.stringify(body));
  return officer;
}

/** Calls whoever is next; gives back the ticket's id. */
export async function callNext(mall: Mall, officer: Officer): Promise<string> {
  const { status, body } = await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {});
  assert.equal(status, 200, JSON.stringify(body));
  const { ticket } = body as unknown as { ticket: { id: string } | null };
  assert.ok(ticket, 'somebody waits');
  return ticket.id;
}
