import { BackupAnswer, Problem } from '@antrean/protocol';
import { Type } from 'typebox';
import { onlyFor } from '../access.ts';
import type { App } from '../app.ts';
import type { Backups } from '../backups/keep-backups.ts';
import { isFromThisMachine } from '../origins.ts';
import { sendProblem } from '../problems.ts';
import type { Services } from '../services.ts';

/** For managers: the last copy, and one more now. */
export function backupRoutes(app: App, services: Services & { readonly backups: Backups | null }): void {
  const { backups } = services;
  const preHandler = onlyFor(services, [], ['manager']);
  const schema = { tags: ['operations'], security: [{ officer: [] }] };
  const state = () => ({
    isOn: backups !== null,
    ...(backups?.state() ?? { isRunning: false, lastAt: null, failedAt: null }),
  });

  app.get(
    '/backups',
    { preHandler, schema: { ...schema, summary: 'the last backup', response: { 200: BackupAnswer, '4xx': Problem } } },
    async () => state(),
  );

  app.post(
    '/backups',
    {
      preHandler,
      schema: { ...schema, summary: 'back up now', response: { 200: BackupAnswer, '4xx': Problem } },
    },
    async (request, reply) => {
      if (!backups) return sendProblem(request, reply, { code: 'request.unknown' });
      // Minutes in a big mall: whoever asked looks again, instead of holding a line open.
      void backups.now();
      return reply.send(state());
    },
  );
}

const Copy = Type.Object({
  ok: Type.Boolean(),
  /** The file, or why there is none. */
  told: Type.String(),
  head: Type.Integer(),
  visits: Type.Integer(),
});

/** For `npm run backup` at this very machine: whoever types there could take the file itself. */
export function backupByHand(app: App, backups: Backups | null, data: string): void {
  app.post('/operations/backup', { schema: { hide: true, response: { 200: Copy } } }, async (request, reply) => {
    const { origin } = request.headers;
    // Another mall's server may run on this machine: the folder says which one is meant.
    const isMeant = request.headers['x-antrean-data'] === encodeURIComponent(data);
    if (!isFromThisMachine(request) || origin !== undefined || !isMeant || !backups) return reply.callNotFound();
    const copied = await backups.now();
    return copied.ok
      ? reply.send({ ok: true, told: copied.file, head: copied.report.seq, visits: copied.report.visits })
      : reply.send({ ok: false, told: copied.problem, head: 0, visits: 0 });
  });
}
