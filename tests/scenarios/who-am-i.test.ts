import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMall, read } from '../mall.ts';

test('a device asks its server who it is: a counter learns which one, a display its zone, a kiosk that it stands at none', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const self = (token: string) => read(mall.url, { token }, '/stations/current');
  const desk = mall.demo.counters.find(({ counterId }) => counterId === 'counter-12');
  assert.ok(desk);
  const { status, body } = await self(desk.token);
  assert.equal(status, 200);
  assert.deepEqual([body.role, body.counterId, body.zoneId], ['counter', 'counter-12', null]);
  const zone = mall.server.catalogue().zones.at(-1)?.id ?? '';
  const display = await self(await mall.enrolDisplay(zone));
  assert.deepEqual([display.body.role, display.body.counterId, display.body.zoneId], ['display', null, zone]);
  const kiosk = await self(mall.demo.kioskToken);
  assert.deepEqual([kiosk.body.role, kiosk.body.counterId, kiosk.body.zoneId], ['kiosk', null, null]);
  const stranger = await self('x'.repeat(43));
  assert.deepEqual([stranger.status, stranger.body.code], [401, 'access.expired']);
});
