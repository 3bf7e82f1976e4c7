export { enrolStation, isInsideStation } from './bridge.ts';

/** What a display's page tells the machine around it. */
export type DisplayBridge = {
  /** The page still runs. Nobody touches a TV, so nothing else would tell that it hangs. */
  alive(): Promise<Record<never, never>>;
};

/** Tells the machine every five seconds, for as long as the page runs. */
export function tellAlive(post: typeof fetch): void {
  const tell = () => {
    // A station that is just being started anew is told the next time.
    post('/bridge/alive', { method: 'POST', body: '{}' }).catch(() => {});
  };
  tell();
  setInterval(tell, 5_000);
}
