import { type Need, urgency } from './need.ts';

/** A need as it stands in the list; one that is gone keeps its place while somebody may be about to press. */
type ShownNeed = Need & { readonly isGone: boolean };

export type NeedOrder = {
  /** The list for these needs. `isHeld`: no line moves, what is new stands at the end. */
  arrange(needs: readonly Need[], isHeld: boolean): readonly ShownNeed[];
};

/** Remembers since when each need stands there: by severity and then by age, a line moves only when one above it goes or a worse one comes. */
export function openNeedOrder(): NeedOrder {
  const firstSeen = new Map<string, number>();
  let seen = 0;
  let shown: readonly ShownNeed[] = [];
  const age = ({ key }: Need) => firstSeen.get(key) ?? 0;
  return {
    arrange(needs, isHeld) {
      const present = new Map(needs.map((need) => [need.key, need]));
      for (const key of [...firstSeen.keys()]) if (!present.has(key)) firstSeen.delete(key);
      for (const { key } of needs) if (!firstSeen.has(key)) firstSeen.set(key, seen++);
      const sorted = [...present.values()].sort((a, b) => urgency[a.severity] - urgency[b.severity] || age(a) - age(b));
      const stays = isHeld ? new Set(shown.map(({ key }) => key)) : new Set<string>();
      shown = [
        ...shown.flatMap((old): readonly ShownNeed[] =>
          stays.has(old.key) ? [{ ...(present.get(old.key) ?? old), isGone: !present.has(old.key) }] : [],
        ),
        ...sorted.filter(({ key }) => !stays.has(key)).map((need) => ({ ...need, isGone: false })),
      ];
      return shown;
    },
  };
}
