import { dateAfter } from '@antrean/domain';
import { longestReportDays, Problem, ReportAnswer, ReportQuery } from '@antrean/protocol';
import { onlyFor } from '../access.ts';
import type { App } from '../app.ts';
import { sendProblem } from '../problems.ts';
import type { Reports } from '../reports.ts';
import type { Services } from '../services.ts';

/** What the mall did, in figures: for managers and auditors, behind a password. */
export function reportRoutes(app: App, services: Services, reports: Reports): void {
  app.get(
    '/reports',
    {
      preHandler: onlyFor(services, []),
      schema: {
        tags: ['queries'],
        security: [{ officer: [] }],
        summary: 'service days in figures',
        querystring: ReportQuery,
        response: { 200: ReportAnswer, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      if (to < from || to >= dateAfter(from, longestReportDays))
        return sendProblem(request, reply, { code: 'request.invalid', field: 'to' });
      const { report, unread } = await reports.period(from, to);
      reply.header('cache-control', 'no-store');
      return reply.send({ ...report, from, to, unread });
    },
  );
}
