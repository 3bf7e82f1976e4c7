import type { StationNow } from '@antrean/station/bridge';
import { useEffect, useRef } from 'preact/hooks';
import { mayHaveWorked } from './confirming.ts';
import { type Done, standing } from './done.ts';
import type { Numbers } from './numbers.ts';
import { isIdle } from './path.ts';
import type { Walk } from './scene.ts';
import type { Path } from './steps.ts';

// A press without an answer is repeated soon while the visitor still sees it under way, and slowly once told that no answer came.
const repeats = { soonMs: 500, quietMs: 15_000, lateMs: 2_000 };

/** Does what the path asks of the station: numbers, paper, and what became of them. `now` is this machine's clock. */
export function useNumbers(path: Path, numbers: Numbers, walk: Walk, now: () => number): void {
  useTaking(path, numbers, walk, now);
  usePaper(path, numbers, walk, now);
  useAnswers(path, numbers);
}

/**
 * Sends each press, and as long as nobody knows what became of it the same one again, until the visitor leaves: a station that went
 * down and came back knows the press by its key, and gives the same number.
 */
function useTaking({ step, priorityClass }: Path, numbers: Numbers, walk: Walk, now: () => number): void {
  const press = 'press' in step && step.press.state !== 'open' ? step.press : null;
  const isTaking = press?.state === 'taking';
  const isLost = press?.state === 'failed' && mayHaveWorked(press.failure);
  useEffect(() => {
    if (!press || !(isTaking || isLost)) return;
    const { key, serviceIds, language, withoutPaper } = press;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellLostAt = now() + repeats.quietMs;
    const take = async () => {
      const taken = await numbers.take({ pressId: key, serviceIds, priorityClass, language, withoutPaper });
      // Said even when the page has moved on meanwhile: the path knows whose answer it is.
      if (taken.ok) return walk({ kind: 'taken', at: now(), key, issued: taken.issued, slip: taken.slip });
      const { failure } = taken;
      const isStillLost = mayHaveWorked(failure);
      if (isStillLost && !isOver && (isLost || now() < tellLostAt))
        timer = setTimeout(() => void take(), isLost ? repeats.lateMs : repeats.soonMs);
      else if (!isStillLost || !isLost) walk({ kind: 'failed', at: now(), key, failure });
    };
    if (isLost) timer = setTimeout(() => void take(), repeats.lateMs);
    else void take();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [press?.key, press?.withoutPaper, isTaking, isLost]);
}

function usePaper({ step, language }: Path, numbers: Numbers, walk: Walk, now: () => number): void {
  const again = step.at === 'done' && step.again === 'printing' ? step.issued.visit.id : null;
  useEffect(() => {
    if (again !== null)
      void numbers.paper?.reprint(again).then((slip) => walk({ kind: 'printedAgain', at: now(), slip }));
  }, [again]);
  const list = step.at === 'list' && step.print === 'printing' ? step.serviceId : null;
  useEffect(() => {
    if (list === null) return;
    void numbers.paper
      ?.printList(list, language)
      .then((slip) => walk({ kind: 'listed', at: now(), serviceId: list, isPrinted: slip?.kind === 'PRINTED' }));
  }, [list]);
}

/** Tells the station that a number has reached its visitor, or that nobody noted it before the screen returned. */
function useAnswers({ step }: Path, numbers: Numbers): void {
  const before = useRef<Done | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = step.at === 'done' ? step : null;
    if (step.at === 'done' && step.answer === 'confirmed' && last?.answer !== 'confirmed')
      void numbers.confirm(step.issued.visit.id);
    if (step.at !== 'done' && last && standing(last) === 'unnoted') void numbers.giveUp(last.issued.visit.id);
  }, [step]);
}

/** Asks once about a slip that the station lost sight of, and takes up a newer screen; both only while nobody stands there. */
export function useIdleStation(path: Path, station: StationNow | null, walk: Walk, now: () => number): void {
  const asked = useRef(new Set<string>());
  const build = useRef<string | null>(null);
  const isFree = isIdle(path);
  const shown = path.step.at === 'done' ? path.step.issued.visit.id : null;
  useEffect(() => {
    if (shown !== null) asked.current.add(shown);
  }, [shown]);
  useEffect(() => {
    if (!station) return;
    build.current ??= station.build;
    if (!isFree) return;
    const { unsettled } = station;
    if (unsettled && !asked.current.has(unsettled.issued.visit.id)) {
      asked.current.add(unsettled.issued.visit.id);
      walk({ kind: 'unsettled', at: now(), ...unsettled });
    } else if (build.current !== station.build) location.reload();
  }, [station, isFree]);
}
