import {
  askSelf,
  type KeptCatalogue,
  keepCatalogue,
  openEntrance,
  openStation,
  ownToken,
  readDemo,
  type Station,
  systemClock,
} from '@antrean/client';
import { sentenceFor } from '@antrean/protocol';
import { enrolStation, isInsideStation, tellAlive } from '@antrean/station/display-bridge';
import { EnrolForm, useLanguage, useNow, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { Player } from '@antrean/voice';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { languagesWith } from './both.tsx';
import { keepMedia, noMedia } from './media/keep-media.ts';
import { NotADisplay } from './not-a-display.tsx';
import { type Panel, panelFor } from './panel.ts';
import { reloadAfterClosing } from './reload-after-closing.ts';
import { readSettings, type Settings } from './settings.ts';
import { tellShownOver } from './tell-shown.ts';
import { type HallVoice, noVoice, openHallVoice } from './voice/hall-voice.ts';
import { readVoiceSettings } from './voice/voice-settings.ts';
import { Wall } from './wall.tsx';

const enrolledMs = 15_000;
const settings = readSettings(location.search);
const languages = languagesWith(settings.language);
const place = document.getElementById('screen') as HTMLElement;
// Copied only where they are shown: films are large.
const media = settings.layout === 'media' ? keepMedia() : noMedia;

/** What is shown before anything is known of the mall: that, in words. */
function Connecting() {
  const panel = usePanel(settings);
  const now = Date.now();
  return (
    <Wall
      {...{ settings, languages, media, panel, now }}
      mediaItems={[]}
      voice={noVoice.current()}
      localNow={now}
      catalogue={null}
      hall={null}
      demo={false}
      link={{ state: 'joining' }}
      onShown={() => undefined}
    />
  );
}

type DisplayProps = {
  readonly station: Station;
  readonly kept: KeptCatalogue;
  readonly zoneId: string | null;
  readonly voice: HallVoice;
  readonly enrol: EnrolProps['enrol'];
  readonly onShown: (callSeq: number) => void;
};

function Display({ station, kept, zoneId, voice, enrol, onShown }: DisplayProps) {
  const mediaItems = useSource(media);
  // With nothing to show beside the calls, the state of the hall is better than an empty frame.
  const layout = settings.layout === 'media' && mediaItems.length === 0 ? 'overview' : settings.layout;
  const shown: Settings = { ...settings, zoneId, layout };
  const panel = usePanel(shown);
  const { hall, link } = useSource(station.live);
  const mall = useSource(kept);
  const now = useNow(station.live.serverNow);
  const isUnknown = useSource(kept.isUnknown);
  const spoken = useSource(voice);
  if (isUnknown) return <Enrol wasShutOut enrol={enrol} />;
  return (
    <Wall
      {...{ languages, media, mediaItems, panel, hall, link, now }}
      settings={shown}
      voice={spoken}
      localNow={Date.now()}
      catalogue={mall?.catalogue ?? null}
      demo={mall?.demo ?? false}
      onShown={onShown}
    />
  );
}

type EnrolProps = { readonly wasShutOut: boolean; readonly enrol: (code: string) => Promise<string | null> };

/** A TV that the server does not know asks for its code, and begins anew once it is known. */
function Enrol({ wasShutOut, enrol }: EnrolProps) {
  const [language, onLanguage] = useLanguage();
  const onEnrol = async (code: string) => {
    const refused = await enrol(code);
    if (refused !== null) return sentenceFor(language, refused);
    location.reload();
    return null;
  };
  return <EnrolForm kind="display" {...{ wasShutOut, language, onLanguage, onEnrol }} />;
}

function usePanel(shown: Settings): Panel {
  const measure = () => ({ width: innerWidth, height: innerHeight });
  const [viewport, setViewport] = useState(measure);
  useEffect(() => {
    const take = () => setViewport(measure());
    addEventListener('resize', take);
    return () => removeEventListener('resize', take);
  }, []);
  return panelFor(viewport, shown);
}

document.documentElement.lang = settings.language;
document.title = `${languages[0].words.display.title} · Antrean`;
render(<Connecting />, place);
const ask: typeof fetch = (url, init) => fetch(url, init);
await ((await isInsideStation('display', ask)) ? showOwn() : showChosen());

/** Inside a station, whose device hangs in one zone or shows them all; the address may name another zone. */
async function showOwn(): Promise<void> {
  tellAlive(ask);
  const station = openStation({ url: '', token: null });
  const self = await askSelf(station);
  const enrol = (code: string) => enrolStation(code, ask);
  if (self?.role !== 'display') {
    station.close();
    if (!self) return render(<Enrol wasShutOut={false} enrol={enrol} />, place);
    render(<NotADisplay languages={languages} />, place);
    // It may be enrolled at any time, and nobody stands there to load it again.
    setTimeout(() => location.reload(), enrolledMs);
    return;
  }
  reloadAfterClosing(station.live, systemClock, () => location.reload());
  show(station, settings.zoneId ?? self.zoneId, enrol);
}

/** In a browser: the demonstration's display, or a TV that keeps its own token here. */
async function showChosen(): Promise<void> {
  const demo = await readDemo('');
  const own = ownToken(localStorage, 'display');
  const token = demo?.displayToken ?? own.read();
  const enrol = async (code: string) => {
    const answer = await openEntrance({ url: '' }).enrol(code, 'display');
    if (!answer.ok) return answer.error.code;
    own.keep(answer.value.token);
    return null;
  };
  if (token === null) render(<Enrol wasShutOut={false} enrol={enrol} />, place);
  else show(openStation({ url: '', token }), settings.zoneId, enrol);
}

function show(station: Station, zoneId: string | null, enrol: EnrolProps['enrol']): void {
  const kept = keepCatalogue(station);
  const voice = speaking(station, kept, zoneId);
  render(<Display {...{ station, kept, zoneId, voice, enrol }} onShown={tellShownOver(station)} />, place);
}

function speaking(station: Station, kept: KeptCatalogue, zoneId: string | null): HallVoice {
  const spoken = readVoiceSettings(location.search);
  if (!spoken.isOn) return noVoice;
  const player = new Player();
  // A browser lets a page be heard only once somebody has touched it.
  for (const sign of ['pointerdown', 'keydown'] as const) addEventListener(sign, () => void player.unlock());
  return openHallVoice({
    station,
    player,
    catalogue: () => kept.current()?.catalogue ?? null,
    clock: systemClock,
    zoneId,
    settings: spoken,
  });
}
