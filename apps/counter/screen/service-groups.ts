import {
  type Agency,
  type Catalogue,
  type Hall,
  type Outlook,
  outlookFor,
  type Queue,
  type Service,
} from '@antrean/domain';

/** Services that share one line, and what waits there: a visitor waits for the queue, whatever the service. */
export type ServiceGroup = {
  readonly queue: Queue;
  readonly agency: Agency;
  readonly outlook: Outlook;
  readonly services: readonly Service[];
};

/** The services by their queues, in the order of each queue's best; `eligibleAt` is the credit that the visit brings along. */
export function groupsOf(
  services: readonly Service[],
  catalogue: Catalogue,
  hall: Hall,
  eligibleAt: number,
): readonly ServiceGroup[] {
  return [...Map.groupBy(services, ({ queueId }) => queueId)].flatMap(([queueId, group]) => {
    const queue = catalogue.queues.find(({ id }) => id === queueId);
    const agency = catalogue.agencies.find(({ id }) => id === queue?.agencyId);
    if (!queue || !agency) return [];
    return [{ queue, agency, outlook: outlookFor(hall, catalogue, queueId, eligibleAt), services: group }];
  });
}
