import type { Line, MallRecord } from '../judge/evidence.ts';

/** How much a run has proved: a run in which nothing was answered, or nothing was left open, proves little. */
export function answersIn(history: readonly Line[], record: MallRecord): Readonly<Record<string, number>> {
  const idsOf = (kind: Line['kind']) =>
    new Set(history.filter((line) => line.kind === kind).map((line) => line.commandId));
  const [acknowledged, refused, unknown] = [idsOf('ok'), idsOf('fail'), idsOf('info')];
  return {
    acknowledged: acknowledged.size,
    refused: refused.size,
    withoutAnswerAtFirst: unknown.size,
    lost: [...acknowledged].filter((id) => !record.commands.has(id)).length,
    events: record.log.length,
  };
}
