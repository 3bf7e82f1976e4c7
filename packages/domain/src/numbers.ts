/** The label people read: prefix and at least `digits` digits. After 999 comes 1000, never 001 (rule [N3]). */
export function numberLabel(queue: { readonly prefix: string; readonly digits: number }, value: number): string {
  return queue.prefix + String(value).padStart(queue.digits, '0');
}
