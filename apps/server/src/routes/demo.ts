import { isOutsideHours, siteTime } from '@antrean/domain';
import { DemoAnswer, Problem } from '@antrean/protocol';
import type { App } from '../app.ts';
import { isFromThisMachine } from '../origins.ts';
import { sendProblem } from '../problems.ts';
import type { Services } from '../services.ts';

/** Hands the demonstration's tokens to pages on this machine; a real installation has no such route. */
export function demoRoutes(app: App, services: Services): void {
  const { demo, live, clock, store } = services;
  if (!demo) return;
  app.get(
    '/demo',
    { schema: { tags: ['demo'], summary: 'try it', response: { 200: DemoAnswer, '4xx': Problem } } },
    async (request, reply) => {
      if (!isFromThisMachine(request)) return sendProblem(request, reply, { code: 'access.denied' });
      const { calendar, site } = store.catalogue();
      const openedByHand = isOutsideHours(calendar, live.hall().day, siteTime(clock(), site.timeZone));
      reply.header('cache-control', 'no-store');
      return reply.send({ ...demo, counters: [...demo.counters], openedByHand });
    },
  );
}
