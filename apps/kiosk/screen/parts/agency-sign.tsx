import type { Agency } from '@antrean/domain';
import type { Logos } from '../use-logos.ts';
import './agency-sign.css';

/** An agency's logo, or the letter that its numbers begin with; its name stands beside it. */
export function AgencySign(props: { agency: Agency; logos: Logos; isBig?: boolean }) {
  const { agency, logos, isBig = false } = props;
  const logo = logos.get(agency.id);
  const big = isBig ? ' agency-letter-big' : '';
  if (logo !== undefined) return <img class={`agency-logo${big}`} src={logo} alt="" />;
  return (
    <span class={`agency-letter${big} number`} aria-hidden="true">
      {agency.letter}
    </span>
  );
}
