/** One line of a run's history. "info" means that no answer came, so the command may or may not have happened. */
type Line = {
  readonly kind: 'invoke' | 'ok' | 'fail' | 'info';
  readonly commandId: string;
  /** What the answer said, as text; only with "ok". */
  readonly answer?: string;
};

export type Told = {
  readonly history: readonly Line[];
  /** The log as read from the database after the fault, in the order of its rows. */
  readonly log: readonly { readonly seq: number; readonly commandId: string }[];
};

/** Every promise of an answer that the log does not keep (I3, I7), and every hole in the log (I8); empty when it keeps all. */
export function brokenPromises({ history, log }: Told): readonly string[] {
  const found: string[] = [];
  const stored = new Set(log.map(({ commandId }) => commandId));
  const answers = new Map<string, string | undefined>();
  for (const { kind, commandId, answer } of history) {
    if (kind !== 'ok') continue;
    if (!answers.has(commandId) && !stored.has(commandId)) found.push(`[I3] ${commandId} was answered and is lost`);
    if (answers.has(commandId) && answers.get(commandId) !== answer)
      found.push(`[I7] a retry of ${commandId} got another answer`);
    if (!answers.has(commandId)) answers.set(commandId, answer);
  }

  let before = '';
  const closed = new Set<string>();
  log.forEach(({ seq, commandId }, index) => {
    if (seq !== index + 1) found.push(`[I8] row ${index + 1} of the log has seq ${seq}`);
    // One command may store several events, but only side by side in its own transaction.
    if (commandId !== before) closed.add(before);
    if (commandId !== before && closed.has(commandId)) found.push(`[I7] ${commandId} took effect twice`);
    before = commandId;
  });
  return found;
}
