import type { ReportWords } from '@antrean/ui';

/** On paper only: who made the report and who has seen it. */
export function SignatureBlock({ words: { signature } }: { readonly words: ReportWords }) {
  const signers = [
    [signature.known, signature.head],
    [signature.made, signature.manager],
  ] as const;
  return (
    <section class="report-signature report-printed">
      <p>{signature.place}</p>
      <div>
        {signers.map(([act, office]) => (
          <div key={office}>
            <p>{act}</p>
            <p>{office}</p>
            <p class="report-sign">{signature.name}</p>
            <p>{signature.nip}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
