import type { StationNow } from '@antrean/station/bridge';
import { useEffect, useRef } from 'preact/hooks';
import { type Done, standing } from './done.ts';
import type { Numbers } from './numbers.ts';
import { isIdle } from './path.ts';
import type { Walk } from './scene.ts';
import type { Path } from './steps.ts';

/** Does what the path asks of the station: numbers, paper, and what became of them. `now` is this machine's clock. */
export function useNumbers(path: Path, numbers: Numbers, walk: Walk, now: () => number): void {
  useTaking(path, numbers, walk, now);
  usePaper(path, numbers, walk, now);
  useAnswers(path, numbers);
}

/** Sends each press once, whatever happens to the screen meanwhile: the key is what makes it a new one. */
function useTaking({ step, priorityClass }: Path, numbers: Numbers, walk: Walk, now: () => number): void {
  const press = 'press' in step && step.press.state === 'taking' ? step.press : null;
  useEffect(() => {
    if (!press) return;
    const { key, serviceIds, language, withoutPaper } = press;
    void numbers
      .take({ pressId: key, serviceIds, priorityClass, language, withoutPaper })
      .then((taken) =>
        walk(
          taken.ok
            ? { kind: 'taken', at: now(), key, issued: taken.issued, slip: taken.slip }
            : { kind: 'failed', at: now(), key, failure: taken.failure },
        ),
      );
  }, [press]);
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
