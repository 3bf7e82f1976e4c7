import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMall, read } from '../mall.ts';

test('a device asks its server who it is: a counter learns which one, a kiosk that it stands at none', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const self = (token: string) => read(mall.url, { token }, '/stations/current');
  const desk = mall.demo.counters.find(({ counterId }) => counterId === 'counter-12');
  assert.ok(desk);
  const { status, body } = await self(desk.token);
  assert.equal(status, 200);
  assert.deepEqual([body.role, body.counterId], ['counter', 'counter-12']);
  const kiosk = await self(mall.demo.kioskToken);
  assert.deepEqual([kiosk.body.role, kiosk.body.counterId], ['kiosk', null]);
  const stranger = await self('x'.repeat(43));
  assert.deepEqual([stranger.status, stranger.body.code], [401, 'access.expired']);
});
