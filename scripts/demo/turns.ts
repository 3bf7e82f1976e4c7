/** Lets so many at a time through, the others in the order in which they came. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(atOnce: number): Turns {
  const line: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= atOnce) await new Promise<void>((mayGo) => line.push(mayGo));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
