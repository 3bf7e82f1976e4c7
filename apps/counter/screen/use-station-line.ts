import type { DeskNow } from '@antrean/station/counter-bridge';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { StationLine } from './station-line.ts';

/** Keeps the machine around the page told how the desk stands, and takes its presses of "next"; does nothing in a browser. */
export function useStationLine(line: StationLine | null, desk: DeskNow, take: () => boolean): void {
  const { mayCall, present, language } = desk;
  const newest = useRef(take);
  useLayoutEffect(() => {
    newest.current = take;
  });
  useEffect(() => line?.listen(() => newest.current()), [line]);
  useEffect(() => line?.tell({ mayCall, present, language }), [line, mayCall, present, language]);
}
