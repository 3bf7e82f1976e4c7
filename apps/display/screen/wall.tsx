import { type Catalogue, displayView, type Hall } from '@antrean/domain';
import type { LinkState } from '@antrean/ui';
import { burnInShift, pageAt } from './board.ts';
import type { Languages } from './both.tsx';
import { CallsPicture, type CallsPictureProps } from './calls-picture.tsx';
import { counterFace } from './counter-face.ts';
import { CounterPicture } from './counter-picture.tsx';
import { EntrancePicture } from './entrance-picture.tsx';
import { agencyPauses, headlineFor, hoursAhead } from './hours.ts';
import { Masthead } from './masthead.tsx';
import type { KeptMedia } from './media/keep-media.ts';
import type { MediaItem } from './media/media-item.ts';
import { MediaPane } from './media/media-pane.tsx';
import { Foot, HeadlineNotice } from './notices.tsx';
import type { Panel } from './panel.ts';
import { PostedNotice, rowsOf } from './posted-notice.tsx';
import type { Settings } from './settings.ts';
import type { HallVoiceState } from './voice/hall-voice.ts';
import './wall.css';
import './calls-only.css';
import './stacked.css';
import './portrait.css';

export type WallProps = {
  readonly settings: Settings;
  readonly catalogue: Catalogue | null;
  readonly hall: Hall | null;
  readonly link: LinkState;
  /** The server's clock, and this machine's own for the age of the picture. */
  readonly now: number;
  readonly localNow: number;
  readonly demo: boolean;
  readonly languages: Languages;
  readonly panel: Panel;
  readonly media: KeptMedia;
  readonly mediaItems: readonly MediaItem[];
  readonly voice: HallVoiceState;
  readonly onShown: (callSeq: number) => void;
};

/** The whole picture of one display. It never goes blank: what is not known yet is said. */
export function Wall(props: WallProps) {
  const { catalogue, hall, languages, panel, settings, now, link, localNow } = props;
  const { layout, zoneId } = settings;
  const [x, y] = burnInShift(now);
  const size = { '--unit': `${panel.unit}px`, '--big': `${panel.big}px`, '--shift': `${x}px, ${y}px` };
  const isStacked = panel.shape === 'portrait' || layout === 'media';
  const kinds = [`wall-${panel.shape}`, `wall-layout-${layout}`, ...(isStacked ? ['wall-stacked'] : [])];
  return (
    <div class={['wall', ...kinds].join(' ')} style={size}>
      <Masthead {...{ catalogue, zoneId, languages, link, now, localNow }} voice={props.voice} />
      {catalogue && hall ? (
        <Picture {...props} catalogue={catalogue} hall={hall} />
      ) : (
        <main class="wall-main">
          <HeadlineNotice headline={{ kind: 'connecting' }} languages={languages} timeZone="UTC" />
        </main>
      )}
    </div>
  );
}

function Picture(props: WallProps & { readonly catalogue: Catalogue; readonly hall: Hall }) {
  const { catalogue, hall, languages, panel, settings, now } = props;
  const { zoneId } = settings;
  const view = displayView(hall, catalogue, settings.layout === 'counter' ? null : zoneId);
  // One after the other, because two banners would leave no room for the calls.
  const [notice] = pageAt(view.notices, 1, now).items;
  const headline = headlineFor(hall, catalogue, view.lastCalls.length > 0 || view.nowServing.length > 0, now);
  const rowsTaken = notice ? rowsOf(notice) : 0;
  const pauses = agencyPauses(view.pauses, catalogue, zoneId);
  const down = pauses.filter(({ reason }) => reason === 'systemDown');
  // The newest call keeps a row whatever happens; where only that one fits, the foot tells of the outage.
  const isLarge = hasCalls(settings.layout) && panel.bigRows - rowsTaken - (headline ? 1 : 0) > 1;
  const smallPauses = isLarge ? pauses.filter((pause) => !down.includes(pause)) : pauses;
  return (
    <>
      {notice && <PostedNotice {...{ notice, languages }} />}
      <Main
        {...props}
        view={view}
        zoneId={zoneId}
        {...{ headline, rowsTaken }}
        down={isLarge ? pageAt(down, 1, now).items[0] : undefined}
        // On its side a panel has the room of a big row for a message.
        linesTaken={panel.shape === 'landscape' ? 2 * rowsTaken : 0}
      />
      <Foot
        {...{ catalogue, languages }}
        waiting={settings.layout === 'overview' || settings.layout === 'media' ? view.waitingByTrack : null}
        ahead={hoursAhead(hall, catalogue, now)}
        // The hours keep their turn among the pauses.
        pause={pageAt([...smallPauses, undefined], 1, now).items[0]}
        demo={props.demo}
      />
    </>
  );
}

function hasCalls(layout: Settings['layout']): boolean {
  return layout === 'calls' || layout === 'overview' || layout === 'media';
}

function Main(props: Omit<CallsPictureProps, 'beside'> & Omit<WallProps, 'catalogue' | 'hall'>) {
  const { hall, catalogue, view, settings, languages, now, media } = props;
  switch (settings.layout) {
    case 'calls':
      return <CallsPicture {...props} beside="nothing" />;
    case 'overview':
      return <CallsPicture {...props} beside="overview" />;
    case 'media': {
      const { isSpeaking, quiet } = props.voice;
      const pane = { media, now, isSpeaking, items: props.mediaItems, sound: settings.sound && quiet === null };
      return (
        <CallsPicture {...props} beside={{ media: <MediaPane name={languages[0].words.display.media} {...pane} /> }} />
      );
    }
    case 'counter': {
      const face = counterFace(hall, catalogue, view, settings.counterId, now);
      const { timeZone } = catalogue.site;
      return <CounterPicture {...props} {...{ face, timeZone }} maxCalls={catalogue.rules.maxCalls} />;
    }
    case 'entrance':
      return <EntrancePicture {...props} />;
  }
}
