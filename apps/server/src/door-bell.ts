/** Tells the feed that somebody or some device may have lost the way in, so that it looks at once and not at its next beat. */
export type DoorBell = {
  changed(): void;
  onChanged(listener: () => void): void;
};

export function openDoorBell(): DoorBell {
  const listeners: (() => void)[] = [];
  return {
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChanged: (listener) => listeners.push(listener),
  };
}
