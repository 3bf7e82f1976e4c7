/** Slows down who guesses PINs: after five failures of an officer on a device 1, 2, 4 … 15 minutes, never for good (S10). */
export type SignInLimits = {
  /** Milliseconds still to wait, 0 when a try is allowed. */
  wait(officer: string, deviceId: string, at: number): number;
  failed(officer: string, deviceId: string, at: number): void;
  succeeded(officer: string, deviceId: string): void;
};

const freeTries = 5;
const longestMs = 15 * 60_000;
// A device that tries many names is slowed down as well; the cap is wide enough for a shift of officers with cold fingers.
const freeTriesOfDevice = 20;
const mostKeys = 10_000;

export function signInLimits(): SignInLimits {
  const failures = new Map<string, { count: number; until: number }>();
  const keys = (officer: string, deviceId: string) =>
    [
      [JSON.stringify([officer, deviceId]), freeTries],
      [JSON.stringify([deviceId]), freeTriesOfDevice],
    ] as const;
  return {
    wait: (officer, deviceId, at) =>
      Math.max(0, ...keys(officer, deviceId).map(([key]) => (failures.get(key)?.until ?? 0) - at)),
    failed(officer, deviceId, at) {
      for (const [key, free] of keys(officer, deviceId)) {
        const count = (failures.get(key)?.count ?? 0) + 1;
        const over = count - free;
        failures.delete(key);
        failures.set(key, { count, until: over < 0 ? 0 : at + Math.min(longestMs, 60_000 * 2 ** over) });
        const oldest = failures.size > mostKeys ? failures.keys().next().value : undefined;
        if (oldest !== undefined) failures.delete(oldest);
      }
    },
    succeeded(officer, deviceId) {
      for (const [key] of keys(officer, deviceId)) failures.delete(key);
    },
  };
}
