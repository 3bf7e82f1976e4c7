import type { Clock, LiveHall } from '@antrean/client';

/** Late visitors are gone then, and the next day is far away. */
const afterMs = 10 * 60_000;

/** Loads the page anew once after each closing: it starts the next day fresh, with the build that its station serves then. */
export function reloadAfterClosing(
  live: Pick<LiveHall, 'current' | 'subscribe'>,
  clock: Clock,
  reload: () => void,
): void {
  let wasOpen = false;
  let forget = () => {};
  const arm = () => {
    // A new page knows nothing until the server answers; the old one goes on with what it knows.
    forget = clock.after(afterMs, () => (live.current().link.state === 'live' ? reload() : arm()));
  };
  const look = () => {
    const { hall } = live.current();
    if (!hall) return;
    const isOpen = hall.day?.state === 'open';
    if (isOpen) forget();
    else if (wasOpen) arm();
    wasOpen = isOpen;
  };
  live.subscribe(look);
  look();
}
