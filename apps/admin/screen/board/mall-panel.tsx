import { loudnessOf, type Pause, quietAt, siteTime } from '@antrean/domain';
import { timeText, wallTimeText } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import type { OnAsk } from './acts/asked.ts';
import './mall-panel.css';
import { pauseOf, type Scene, scopeName } from './scene.ts';
import { minutesBetween, nameOf, spanText } from './telling.ts';

/** What can be done about the whole mall, and what somebody has put in force. */
export function MallPanel({ scene, onAsk }: { readonly scene: Scene; readonly onAsk: OnAsk }) {
  const { hall, locale } = scene;
  const said = locale.words.board.mall;
  const paused = pauseOf(scene, null);
  const isOpen = hall.day?.state === 'open';
  return (
    <section class="mall" aria-labelledby="mall">
      <h2 id="mall">{said.title}</h2>
      <div class="mall-acts">
        <button
          type="button"
          class="press press-small"
          onClick={() => onAsk(paused ? { kind: 'resume', pauseId: paused.id } : { kind: 'pause', agencyId: null })}
        >
          {paused ? said.resume : said.pause}
        </button>
        <button
          type="button"
          class="press press-small"
          onClick={() => onAsk({ kind: hall.ticketing === 'closed' ? 'openTicketing' : 'closeTicketing' })}
        >
          {hall.ticketing === 'closed' ? said.openTicketing : said.closeTicketing}
        </button>
        <button type="button" class="press press-small" onClick={() => onAsk({ kind: 'notice' })}>
          {said.notice}
        </button>
        <button
          type="button"
          class="press press-small"
          onClick={() => onAsk({ kind: isOpen ? 'closeDay' : 'openDay' })}
        >
          {isOpen ? said.closeDay : said.openDay}
        </button>
      </div>
      <InForce {...{ scene, onAsk }} />
    </section>
  );
}

function InForce({ scene, onAsk }: { readonly scene: Scene; readonly onAsk: OnAsk }) {
  const { hall, locale } = scene;
  const said = locale.words.board.mall;
  const pauses = Object.values(hall.pauses).sort((a, b) => a.startedAt - b.startedAt);
  const notices = Object.values(hall.notices).sort((a, b) => a.postedAt - b.postedAt);
  const quiet = quietZones(scene);
  const isNothing = pauses.length + notices.length + quiet.length === 0 && hall.ticketing === 'open';
  return (
    <ul class="in-force" aria-label={said.inForce}>
      {isNothing && <li class="in-force-none">{said.nothing}</li>}
      {hall.ticketing === 'closed' && (
        <Line act={said.openAgain} onAct={() => onAsk({ kind: 'openTicketing' })}>
          <strong>{said.ticketingClosed}</strong>
        </Line>
      )}
      {pauses.map((pause) => (
        <Line key={pause.id} act={said.end} onAct={() => onAsk({ kind: 'resume', pauseId: pause.id })}>
          <strong>{scopeName(scene, pause.agencyId)}</strong> {pauseText(scene, pause)}
        </Line>
      ))}
      {notices.map(({ id, text, textEn }) => (
        <Line key={id} act={said.withdraw} onAct={() => onAsk({ kind: 'withdraw', noticeId: id })}>
          <strong>{said.noticeShown}</strong> {locale.language === 'en' ? textEn : text}
        </Line>
      ))}
      {quiet.map((sentence) => (
        <li key={sentence} class="in-force-line">
          <span class="in-force-text">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

function quietZones({ hall, catalogue, locale, at }: Scene): readonly string[] {
  const { time } = siteTime(at, locale.timeZone);
  return catalogue.zones.flatMap((zone) => {
    const quiet = quietAt([loudnessOf(hall, zone.id)], time);
    if (!quiet) return [];
    const until = quiet.until === null ? null : wallTimeText(quiet.until, locale.language);
    return locale.words.board.mall.quiet(nameOf(locale.language, zone), until);
  });
}

function pauseText(scene: Scene, { reason, until, startedAt }: Pause): string {
  const { words, timeZone, language } = scene.locale;
  const said = words.board.mall;
  const end = until === null ? said.pauseOpen : said.pauseUntil(timeText(until, timeZone, language));
  const what =
    reason === 'systemDown'
      ? said.down(spanText(words, minutesBetween(startedAt, scene.at)))
      : words.display.pauseReasons[reason];
  return `${what}, ${end}`;
}

type LineProps = { readonly act: string; readonly onAct: () => void; readonly children: ComponentChildren };

function Line({ act, onAct, children }: LineProps) {
  return (
    <li class="in-force-line">
      <span class="in-force-text">{children}</span>
      <button type="button" class="press press-link" onClick={onAct}>
        {act}
      </button>
    </li>
  );
}
