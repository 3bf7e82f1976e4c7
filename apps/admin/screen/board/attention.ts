import { type Attention, unreachable } from '@antrean/domain';
import type { ServerTrouble } from '@antrean/protocol';
import { type Need, urgency } from './need.ts';
import { counterName, officerName, queueName, type Scene, scopeName, waitingOf, zoneName } from './scene.ts';
import type { StationRow } from './stations.ts';
import { ageText, minutesBetween, spanText } from './telling.ts';

/** What the hall and the stations need, the most urgent first. */
export function needsOf(
  scene: Scene,
  stations: readonly StationRow[],
  silentZones: readonly string[],
  troubles: readonly ServerTrouble[],
): readonly Need[] {
  const ofHall = scene.view.attention.map((one) => needOf(one, scene));
  return [
    ...troubles.map((one) => ofServer(one, scene)),
    ...ofHall,
    ...ofVoice(silentZones, scene),
    ...stations.flatMap((row) => ofStation(row, scene)),
  ].sort((a, b) => urgency[a.severity] - urgency[b.severity] || b.minutes - a.minutes);
}

function needOf(one: Attention, scene: Scene): Need {
  const { words } = scene.locale;
  const said = words.board.attention;
  const span = (minutes: number) => spanText(words, minutes);
  const need = (id: string, sentence: string, act: Need['act']): Need => ({
    key: `${one.code} ${id}`,
    severity: one.severity,
    minutes: minutesOf(one),
    sentence,
    act,
  });
  switch (one.code) {
    case 'queue.noCounter':
    case 'queue.late': {
      const sentence =
        one.code === 'queue.noCounter'
          ? said.noCounter(queueOf(scene, one.queueId), one.waiting, span(one.longestWaitMinutes))
          : said.late(queueOf(scene, one.queueId), span(one.longestWaitMinutes), one.targetMinutes);
      return need(one.queueId, sentence, { label: said.act.help, asked: { kind: 'help', queueId: one.queueId } });
    }
    case 'queue.lastCounter': {
      const sentence = said.lastCounter(queueOf(scene, one.queueId), one.waiting, counterOf(scene, one.counterId));
      return need(one.queueId, sentence, { label: said.act.help, asked: { kind: 'help', queueId: one.queueId } });
    }
    case 'counter.idleTicket': {
      const sentence = said.idleTicket(counterOf(scene, one.counterId), one.number, span(one.sinceMinutes));
      const asked = { kind: 'release', counterId: one.counterId } as const;
      return need(one.counterId, sentence, { label: said.act.release, asked });
    }
    case 'counter.longPause': {
      const reason = words.display.pauseReasons[one.reason];
      const sentence = said.longPause(counterOf(scene, one.counterId), reason, span(one.sinceMinutes));
      const asked = { kind: 'counter', counterId: one.counterId } as const;
      return need(one.counterId, sentence, { label: said.act.counter, asked });
    }
    case 'agency.systemDown': {
      const waiting = waitingOf(scene, one.agencyId);
      const sentence = said.systemDown(scopeName(scene, one.agencyId), span(one.sinceMinutes), waiting);
      return need(one.pauseId, sentence, {
        label: said.act.resumeAgency,
        asked: { kind: 'resume', pauseId: one.pauseId },
      });
    }
    case 'day.notOpen':
      return need('', said.dayNotOpen, { label: said.act.openDay, asked: { kind: 'openDay' } });
    case 'ticketing.closed':
      return need('', said.ticketingClosed, { label: said.act.openTicketing, asked: { kind: 'openTicketing' } });
    default:
      return unreachable(one);
  }
}

function minutesOf(one: Attention): number {
  if ('longestWaitMinutes' in one) return one.longestWaitMinutes;
  return 'sinceMinutes' in one ? one.sinceMinutes : 0;
}

/** "7 (Sari)": whoever goes there should know whom to ask for. */
function counterOf(scene: Scene, counterId: string): string {
  const counter = scene.hall.counters[counterId];
  const name = counter ? officerName(scene, counter) : '';
  return name === '' ? counterName(scene, counterId) : `${counterName(scene, counterId)} (${name})`;
}

function queueOf(scene: Scene, queueId: string): string {
  const line = scene.view.queues.find(({ queue }) => queue.id === queueId);
  return line ? queueName(scene, line.queue) : queueId;
}

function ofServer({ code, since }: ServerTrouble, scene: Scene): Need {
  const minutes = since === null ? 0 : minutesBetween(since, scene.at);
  const said = scene.locale.words.board.attention.server[code];
  return { key: code, severity: 'high', minutes, sentence: said(spanText(scene.locale.words, minutes)), act: null };
}

function ofVoice(zones: readonly string[], scene: Scene): readonly Need[] {
  if (zones.length === 0) return [];
  const said = scene.locale.words.board.attention;
  const sentence = said.noVoice(zones.map((zoneId) => zoneName(scene, zoneId)).join(', '));
  const act = { label: said.act.stations, asked: 'stations' } as const;
  return [{ key: 'voice', severity: 'medium', minutes: 0, sentence, act }];
}

function ofStation({ deviceId, name, seenAt, state, report, role, voice }: StationRow, scene: Scene): readonly Need[] {
  const { board } = scene.locale.words;
  const said = board.attention;
  const act = { label: said.act.stations, asked: 'stations' } as const;
  if (state === 'silent' && seenAt !== null)
    return [
      {
        key: deviceId,
        minutes: minutesBetween(seenAt, scene.at),
        severity: role === 'kiosk' ? 'high' : 'medium',
        sentence: said.silent(name, ageText(scene.locale.words, scene.at - seenAt)),
        act,
      },
    ];
  if (voice?.sound === 'locked')
    return [{ key: deviceId, minutes: 0, severity: 'medium', sentence: said.locked(name), act }];
  const printer = report?.printer?.state;
  if (!printer || printer === 'ready') return [];
  const sentence = said.printer(name, board.stations.printers[printer]);
  return [{ key: deviceId, minutes: 0, severity: printer === 'nearEnd' ? 'low' : 'high', sentence, act }];
}
