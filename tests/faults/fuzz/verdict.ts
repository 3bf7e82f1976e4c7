/** What came back for a request that had to be refused; `status` null when the connection ended without an answer. */
export type Reply = {
  readonly sent: string;
  readonly status: number | null;
  readonly contentType: string;
  readonly text: string;
};

const leaks = /node_modules|\bat \S+ \(|SQLITE|SELECT |\/src\/|\.ts:\d|Bearer |antrean\.db/;

/** What is wrong with the answer to a broken request, null when it is refused as it must be: with a status, a code, and nothing of our inside. */
export function wrongReply({ sent, status, contentType, text }: Reply): string | null {
  const told = `${sent} → ${status} ${text.slice(0, 160)}`;
  if (status === null) return `no answer: ${sent}`;
  if (status >= 500) return `a fault of the server: ${told}`;
  if (status < 400) return `taken although broken: ${told}`;
  if (leaks.test(text)) return `tells of the inside: ${told}`;
  if (!contentType.startsWith('application/problem+json') || !/"code":"[a-z]+\.[A-Za-z]+"/.test(text))
    return `no problem with a code: ${told}`;
  return null;
}

/** What a server's process holds; of its files and memory some must have gone back when all is over. */
export type Held = { readonly files: number; readonly megabytes: number };

export function leaked(before: Held, after: Held): readonly string[] {
  return [
    ...(after.files > before.files + 12 ? [`files stay open: ${before.files} before, ${after.files} after`] : []),
    ...(after.megabytes > before.megabytes + 200
      ? [`memory stays: ${before.megabytes} MB before, ${after.megabytes} MB after`]
      : []),
  ];
}
