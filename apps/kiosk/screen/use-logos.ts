import type { LogosAnswer } from '@antrean/protocol';
import { useEffect, useState } from 'preact/hooks';

/** Where an agency's logo lies, by its id. */
export type Logos = ReadonlyMap<string, string>;

const everyMs = 600_000;
const none: Logos = new Map();

/** The logos of agencies, asked for when the first page stands and the server is there; each counts once its picture is ready. */
export function useLogos(isThere: boolean): Logos {
  const [logos, setLogos] = useState(none);
  useEffect(() => {
    if (!isThere) return;
    let isGone = false;
    const ask = async () => {
      const ready = await readLogos();
      if (!isGone && ready) setLogos((before) => (isSame(before, ready) ? before : ready));
    };
    const idle = requestIdleCallback(() => void ask());
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      isGone = true;
      cancelIdleCallback(idle);
      clearInterval(timer);
    };
  }, [isThere]);
  return logos;
}

/** Null when nobody answers: then the logos of before stay. */
async function readLogos(): Promise<Logos | null> {
  try {
    const answer = await fetch('/logos/');
    if (!answer.ok) return null;
    const { logos } = (await answer.json()) as LogosAnswer;
    const ready = await Promise.all(
      logos.map(async ({ agencyId, file }) => {
        const src = `/logos/${file}`;
        return (await isPicture(src)) ? ([[agencyId, src]] as const) : [];
      }),
    );
    return new Map(ready.flat());
  } catch {
    return null;
  }
}

/** A picture that cannot be drawn leaves the letters where they are. */
async function isPicture(src: string): Promise<boolean> {
  const image = new Image();
  image.src = src;
  return image.decode().then(
    () => true,
    () => false,
  );
}

function isSame(a: Logos, b: Logos): boolean {
  return a.size === b.size && [...a].every(([id, src]) => b.get(id) === src);
}
