import type { Line, LogRow, MallRecord } from './evidence.ts';

/**
 * Every answer that the record does not keep (I3), every command that took effect twice or changed its answer (I7), and every pair whose
 * order in the log contradicts the order in which people saw it (I8).
 */
export function brokenPromises(history: readonly Line[], { log, commands }: MallRecord): readonly string[] {
  return [...lostAnswers(history, log, commands), ...doubleEffects(log), ...wrongOrder(history, log)];
}

// Nothing is kept of these: the command was never looked at.
const notKept = /^(request|access|command\.abandoned|store)/;

function lostAnswers(history: readonly Line[], log: readonly LogRow[], commands: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const inLog = new Set(log.map(({ commandId }) => commandId));
  const first = new Map<string, string>();
  for (const line of history) {
    if (line.kind !== 'ok' && line.kind !== 'fail') continue;
    const { commandId } = line;
    if (line.kind === 'fail' && notKept.test(line.code)) continue;
    const answer = line.kind === 'ok' ? line.answer : line.code;
    const before = first.get(commandId);
    if (before === undefined) {
      first.set(commandId, answer);
      if (!commands.has(commandId)) found.push(`[I3] ${commandId} was answered and is lost`);
      if (line.kind === 'fail' && inLog.has(commandId)) found.push(`[I7] ${commandId} was refused and took effect`);
    } else if (before !== answer) found.push(`[I7] a retry of ${commandId} got another answer`);
  }
  return found;
}

function doubleEffects(log: readonly LogRow[]): string[] {
  const found: string[] = [];
  const over = new Set<string>();
  let before = '';
  for (const { commandId } of log) {
    // One command may store several events, but only side by side in its own transaction.
    if (commandId !== before) over.add(before);
    if (commandId !== before && over.has(commandId)) found.push(`[I7] ${commandId} took effect twice`);
    before = commandId;
  }
  return found;
}

function wrongOrder(history: readonly Line[], log: readonly LogRow[]): string[] {
  const seqOf = new Map<string, number>();
  for (const { seq, commandId } of log) if (!seqOf.has(commandId)) seqOf.set(commandId, seq);
  const found: string[] = [];
  const invoked = new Set<string>();
  let answered = 0;
  for (const line of history) {
    const seq = seqOf.get(line.commandId);
    if (seq === undefined) continue;
    // A repeat finds what its first attempt stored, maybe long before.
    if (line.kind === 'invoke' && !invoked.has(line.commandId)) {
      invoked.add(line.commandId);
      if (seq < answered)
        found.push(`[I8] ${line.commandId} was sent after event ${answered} was answered and has ${seq}`);
    }
    if (line.kind === 'ok') answered = Math.max(answered, seq);
  }
  return found;
}
