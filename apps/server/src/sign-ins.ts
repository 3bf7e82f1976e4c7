/** Tells the feed who has just signed in where, because that ends every other session of the counter. */
export type SignIns = {
  tell(counterId: string): void;
  onSignIn(listener: (counterId: string) => void): void;
};

export function openSignIns(): SignIns {
  const listeners: ((counterId: string) => void)[] = [];
  return {
    tell: (counterId) => {
      for (const listener of listeners) listener(counterId);
    },
    onSignIn: (listener) => listeners.push(listener),
  };
}
