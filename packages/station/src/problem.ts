import { type EdgeCode, statusOf } from '@antrean/protocol';

type Said = { readonly status: number; readonly type: string; readonly body: string };

/** A refusal that the station makes itself, in the server's form, so that the page needs to know only one. */
export function problem(code: EdgeCode | 'access.denied', title: string): Said {
  const status = statusOf[code];
  return {
    status,
    type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify({ type: 'about:blank', title, status, code }),
  };
}
