import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, minute, openScene, type Scene, supervisor, system } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { callHeard, type Heard, heardOf, plannedHeard } from './announcing.ts';
import type { Recorded } from './events.ts';
import type { Hall } from './hall.ts';
import { enter, lookUp } from './register.ts';

/** A mall whose every event is listened to as a server would. */
function listening(): { readonly mall: Scene; readonly heard: Heard[] } {
  const mall = openScene();
  const heard: Heard[] = [];
  mall.site.onEvent((before: Hall, event: Recorded) =>
    heard.push(...heardOf(event, before, mall.site.hall(), smallMall)),
  );
  return { mall, heard };
}

const said = ({ zoneId, announcement }: Heard) =>
  announcement.kind === 'call'
    ? [zoneId, announcement.number, announcement.counterId, announcement.times, announcement.isLast]
    : [zoneId, announcement.template, announcement.agencyId, announcement.reason];

test('[W1] a call is heard in the zone of its counter, with how often it was called', () => {
  const { mall, heard } = listening();
  mall.opens('c1', 'c9');
  const [card] = mall.arrives('civil-quick-1');
  mall.arrives('bank-quick-1');
  mall.calls('c1');
  mall.calls('c9');
  mall.recalls(card);
  mall.recalls(card);
  assert.deepEqual(heard.map(said), [
    ['floor-1', 'BQ001', 'c1', 1, false],
    ['floor-2', 'MQ001', 'c9', 1, false],
    ['floor-1', 'BQ001', 'c1', 2, false],
    ['floor-1', 'BQ001', 'c1', 3, true],
  ]);
});

test("[W1] [W10] the mall's pause is heard everywhere, an agency's in its zone and where counters work it", () => {
  const { mall, heard } = listening();
  const pause = (agencyId: string | null, reason: 'fridayPrayer' | 'systemDown') => {
    const [event] = mall.gives({ kind: 'start-pause', agencyId, reason, until: null }, supervisor);
    return event?.type === 'pause.started' ? event.pauseId : '';
  };
  const whole = pause(null, 'fridayPrayer');
  mall.gives({ kind: 'end-pause', pauseId: whole }, supervisor);
  pause('permits', 'systemDown');
  assert.deepEqual(heard.map(said), [
    ['floor-1', 'pause', null, 'fridayPrayer'],
    ['floor-2', 'pause', null, 'fridayPrayer'],
    ['floor-1', 'pauseOver', null, 'fridayPrayer'],
    ['floor-2', 'pauseOver', null, 'fridayPrayer'],
    ['floor-1', 'systemDown', 'permits', 'systemDown'],
    ['floor-2', 'systemDown', 'permits', 'systemDown'],
  ]);
});

test('[W1] [W10] a posted message is heard where it stands, and its words are not in what is heard', () => {
  const { mall, heard } = listening();
  mall.gives({ kind: 'post-notice', text: 'Mobil B 1234 XY', zoneId: 'floor-2', until: null }, supervisor);
  assert.deepEqual(heard.map(said), [['floor-2', 'attention', null, null]]);
  assert.ok(!JSON.stringify(heard).includes('Mobil'));
});

test('[W6] a call is spoken in Indonesian, and then in the language of its number', () => {
  const mall = openScene();
  mall.opens('c1');
  const [ticket] = mall.arrives('civil-quick-1');
  mall.calls('c1');
  const hall = mall.hall();
  const [call] = hall.calls;
  const { visitId } = mall.ticket(ticket);
  const visit = lookUp(hall.visits, visitId);
  assert.ok(call && visit);
  const languages = (language: 'id' | 'en' | 'zh') =>
    callHeard(call, { ...hall, visits: enter(hall.visits, visitId, { ...visit, language }) }, smallMall)?.announcement
      .languages;
  assert.deepEqual(languages('id'), ['id']);
  assert.deepEqual(languages('en'), ['id', 'en']);
  assert.deepEqual(languages('zh'), ['id', 'zh']);
});

test('[W10] the hall hears at eight that service begins, and a quarter of an hour before the last number that it comes', () => {
  const mall = openScene();
  const templates = (time: string) =>
    plannedHeard(mall.hall(), smallMall, jakarta('2026-07-13', time) + 20_000).map(({ key }) => key);
  const { opens, lastTicket } = smallMall.calendar.week.mon ?? assert.fail();
  assert.deepEqual(templates(opens), ['opening 2026-07-13', 'opening 2026-07-13']);
  const last = jakarta('2026-07-13', lastTicket);
  const soon = plannedHeard(mall.hall(), smallMall, last - 15 * minute);
  assert.deepEqual(
    soon.map(({ zoneId, announcement }) => [zoneId, announcement.kind === 'message' && announcement.until]),
    [
      ['floor-1', last],
      ['floor-2', last],
    ],
  );
  assert.deepEqual(plannedHeard(mall.hall(), smallMall, last - 14 * minute), []);
  mall.gives({ kind: 'close-ticketing' }, supervisor);
  assert.deepEqual(plannedHeard(mall.hall(), smallMall, last - 15 * minute), [], 'it is closed already');
});

test('[W10] a day opened by hand is heard when it opens, and one that is closed when it closes', () => {
  const { mall, heard } = listening();
  mall.gives({ kind: 'close-day' }, system);
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' }, supervisor);
  assert.deepEqual(heard.map(said), [
    ['floor-1', 'closed', null, null],
    ['floor-2', 'closed', null, null],
    ['floor-1', 'opening', null, null],
    ['floor-2', 'opening', null, null],
  ]);
  assert.deepEqual(plannedHeard(mall.hall(), smallMall, jakarta('2026-07-13', '08:00')), [], 'by hand no hours hold');
});

test('[W10] a day that is opened by hand a second time is heard again, and no two words of a day are taken for one', () => {
  const { mall, heard } = listening();
  for (let time = 0; time < 2; time += 1) {
    mall.gives({ kind: 'close-day' }, system);
    mall.gives({ kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' }, supervisor);
  }
  const floor = heard.filter(({ zoneId }) => zoneId === 'floor-1');
  assert.deepEqual(
    floor.map(({ announcement }) => announcement.kind === 'message' && announcement.template),
    ['closed', 'opening', 'closed', 'opening'],
  );
  assert.equal(new Set(floor.map(({ key }) => key)).size, 4);
});
