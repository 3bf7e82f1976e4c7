import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptMedia } from './keep-media.ts';
import { type MediaItem, titleOf } from './media-item.ts';
import { NoticeSlide } from './notice-slide.tsx';
import './media.css';

/** Long enough to read a poster; a film stays until its end. */
const slideMs = 12_000;
// A film whose picture stands still for this long will not go on.
const stalledMs = 10_000;

type MediaPaneProps = {
  /** What the region is called for somebody who cannot see it. */
  readonly name: string;
  readonly media: KeptMedia;
  readonly items: readonly MediaItem[];
  readonly now: number;
  /** Whether this zone hears a call at this moment: films are silent then. */
  readonly isSpeaking: boolean;
  /** Whether films are heard at all. */
  readonly sound: boolean;
};

/** One image, film or notice after the other, in the order of their names; one that cannot be shown is passed over. */
export function MediaPane({ name, media, items, now, isSpeaking, sound }: MediaPaneProps) {
  const [turn, setTurn] = useState({ count: 0, since: now });
  const item = items[turn.count % Math.max(1, items.length)];
  // From where a slide stands, so that of two reasons to go on only one counts.
  const next = () =>
    setTurn(({ count }) => (count === turn.count ? { count: count + 1, since: now } : { count, since: now }));
  useEffect(() => {
    // A clock that was set back must not keep one slide for hours.
    if (item?.kind !== 'video' && Math.abs(now - turn.since) >= slideMs) next();
  });
  const pass = () => item && media.passOver(item);
  const copy = useCopy(media, item, turn.count, pass);
  return (
    <section class="media" aria-label={name}>
      {item && copy && (
        <div class="media-slide" key={`${turn.count} ${copy.address}`}>
          {item.kind === 'image' && <img class="media-picture" src={copy.address} alt={titleOf(item)} onError={pass} />}
          {item.kind === 'notice' && <NoticeSlide text={copy.blob} />}
          {item.kind === 'video' && (
            <Film
              address={copy.address}
              title={titleOf(item)}
              now={now}
              muted={isSpeaking || !sound}
              isAlone={items.length === 1}
              onDone={next}
              onFault={pass}
            />
          )}
        </div>
      )}
    </section>
  );
}

type Copy = { readonly turn: number; readonly blob: Blob; readonly address: string };

/** The local copy and its address, while its slide is shown. */
function useCopy(media: KeptMedia, item: MediaItem | undefined, turn: number, onGone: () => void): Copy | null {
  const [copy, setCopy] = useState<Copy | null>(null);
  const key = item && `${item.file} ${item.size} ${item.modifiedAt}`;
  useEffect(() => {
    if (!item) return;
    let address: string | null = null;
    let isOver = false;
    void media.copyOf(item).then((blob) => {
      if (isOver) return;
      if (!blob) return onGone();
      address = URL.createObjectURL(blob);
      setCopy({ turn, blob, address });
    });
    return () => {
      isOver = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [key, turn]);
  return copy?.turn === turn ? copy : null;
}

type FilmProps = {
  readonly address: string;
  readonly title: string;
  readonly now: number;
  readonly muted: boolean;
  /** The only thing to show: then it begins again by itself. */
  readonly isAlone: boolean;
  readonly onDone: () => void;
  readonly onFault: () => void;
};

function Film(props: FilmProps) {
  const { address, now, muted, onDone } = props;
  const film = useRef<HTMLVideoElement>(null);
  const seen = useRef({ at: now, position: -1 });
  useEffect(() => {
    const position = film.current?.currentTime ?? 0;
    if (position !== seen.current.position) seen.current = { at: now, position };
    else if (now - seen.current.at >= stalledMs) onDone();
  }, [now]);
  return (
    <video
      ref={film}
      class="media-picture"
      src={address}
      aria-label={props.title}
      muted={muted}
      loop={props.isAlone}
      autoplay
      playsInline
      onEnded={onDone}
      onError={props.onFault}
    />
  );
}
