import type { Catalogue } from '@antrean/domain';
import { LanguageSwitch, type ScreenLanguage, type Words, wordsIn } from '@antrean/ui';
import { DoorsLine } from './doors-line.tsx';
import './home.css';
import './places.css';
import type { MallToday } from './mall-today.ts';
import { PlaceIcon, type PlaceName } from './place-icon.tsx';

export type HomeProps = {
  /** Null until the server has answered, and for good where this device is not enrolled. */
  readonly catalogue: Catalogue | null;
  readonly today: MallToday | null;
  readonly enrolled: boolean;
  /** The demonstration's PIN; null in a real installation. */
  readonly demoPin: string | null;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

const addresses: Readonly<Record<PlaceName, string>> = {
  kiosk: '/kiosk',
  counter: '/counter/',
  display: '/display/',
  board: '/admin/board',
  admin: '/admin/',
  voice: '/admin/voice',
  paper: '/paper',
  api: '/api/docs',
};
const everywhere: readonly PlaceName[] = ['kiosk', 'counter', 'display', 'board', 'admin', 'voice', 'paper', 'api'];

/** The first page of the product: whose mall this is, how it is going, and where to go from here. */
export function HomePage(props: HomeProps) {
  const words = wordsIn(props.language);
  const { home } = words.admin;
  return (
    <div class="home">
      <header class="home-bar">
        <p class="home-brand">
          <Mark />
          <span>
            <strong>{home.title}</strong> <span class="home-tagline">{home.tagline}</span>
          </span>
        </p>
        <LanguageSwitch language={props.language} label={words.admin.language} onChoose={props.onLanguage} />
      </header>
      <main>
        <Hero {...props} words={words} />
        <Places demoPin={props.demoPin} words={words} />
      </main>
    </div>
  );
}

function Hero(props: HomeProps & { readonly words: Words }) {
  const { catalogue, today, words } = props;
  const { home } = words.admin;
  return (
    <section class="hero">
      <div class="hero-mall">
        {props.demoPin !== null && <p class="hero-demo">{words.common.demo}</p>}
        <h1>{catalogue?.site.name ?? home.title}</h1>
        {catalogue && (
          <p class="hero-size">{home.inOneBuilding(catalogue.agencies.length, catalogue.services.length)}</p>
        )}
        {today ? (
          <DoorsLine doors={today.doors} demo={props.demoPin !== null} language={props.language} words={words} />
        ) : (
          <p class="hero-wait" role="status">
            {props.enrolled ? home.connecting : home.notEnrolled}
          </p>
        )}
        {today && (
          <dl class="glance" aria-label={home.now}>
            <Figure value={today.waiting} word={home.waiting} />
            <Figure value={today.atCounters} word={home.serving} />
            <Figure value={today.openCounters} word={home.openCounters} />
          </dl>
        )}
      </div>
      {today && <Newest call={today.newest} words={words} />}
    </section>
  );
}

function Figure({ value, word }: { value: number; word: string }) {
  return (
    <div class="figure">
      <dt>{word}</dt>
      <dd class="number">{value}</dd>
    </div>
  );
}

/** The newest call drawn as the slip that its visitor holds. */
function Newest({ call, words }: { call: MallToday['newest']; words: Words }) {
  const { home } = words.admin;
  return (
    <div class="slip">
      <p class="slip-title">{call ? home.newestCall : home.noCall}</p>
      {call ? (
        <>
          <p class="number slip-number">{call.number}</p>
          <p class="slip-place">
            {home.counter} <span class="number">{call.counter}</span>
          </p>
          <p class="slip-agency">{call.agency}</p>
        </>
      ) : (
        <p class="slip-agency">{home.noCallText}</p>
      )}
    </div>
  );
}

function Places({ demoPin, words }: { demoPin: string | null; words: Words }) {
  const { home } = words.admin;
  // The paper of the virtual printer exists only where numbers are printed for show.
  const names = everywhere.filter((name) => name !== 'paper' || demoPin !== null);
  return (
    <ul class="places">
      {names.map((name) => (
        <li key={name}>
          <a class="place" href={addresses[name]}>
            <PlaceIcon name={name} />
            <span class="place-name">{home.places[name].name}</span>
            <span class="place-text">{home.places[name].text}</span>
            {name === 'counter' && demoPin !== null && <span class="place-hint">{home.pin(demoPin)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Mark() {
  return (
    <svg class="home-mark" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M6 8h28v8a4 4 0 0 0 0 8v8H6v-8a4 4 0 0 0 0-8z" />
      <path class="home-mark-line" d="M14.500 26 20 13.500 25.500 26M16.400 22h7.200" />
    </svg>
  );
}
