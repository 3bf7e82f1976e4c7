import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { addVoice, type VoiceModule } from '../voice-page.ts';
import { openBrowser, openPage, sizes } from './browser.ts';

declare const voice: VoiceModule;

let browser: Browser;
let mall: Mall;
let page: Page;
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall()]);
  ({ page } = await openPage(browser, `${mall.url}/`, sizes.tv));
  await addVoice(page);
});
after(async () => {
  await browser.close();
  await mall.close();
});

test('what is played takes as long as it was planned, and says when it is heard and when it is over', async () => {
  const told = await page.evaluate(async () => {
    const player = new voice.Player();
    await player.load('id');
    const isRunning = () => player.current().state === 'running';
    if (!isRunning())
      await new Promise<void>((resolve) => {
        player.subscribe(() => isRunning() && resolve());
      });
    const said = [
      { language: 'id', sentences: [[{ tokens: ['nomor-antrean', 'letter-b', 'dua'], isOptional: false }]] },
    ];
    const plan = voice.plan(said as Parameters<typeof voice.plan>[0], player.sounds(), { hasChime: true });
    let started = 0;
    const began = performance.now();
    const playing = player.play(plan, () => {
      started += 1;
    });
    const second = await player.play(plan);
    const played = await playing;
    const tookMs = performance.now() - began;
    const stopping = player.play(plan);
    player.stop();
    const stopped = await stopping;
    const empty = await player.play({ ...plan, totalMs: 0 });
    const closing = player.play(plan);
    player.close();
    return { started, played, second, stopped, empty, closed: await closing, tookMs, plannedMs: plan.totalMs };
  });
  assert.equal(told.started, 1);
  assert.equal(told.played.state, 'finished');
  assert.ok(Math.abs(told.tookMs - told.plannedMs) < 400, `${told.tookMs} for ${told.plannedMs}`);
  assert.deepEqual(told.second, { state: 'failed', why: 'busy' });
  assert.deepEqual(told.stopped, { state: 'failed', why: 'stopped' });
  assert.deepEqual(told.empty, { state: 'failed', why: 'nothing' });
  assert.deepEqual(told.closed, { state: 'failed', why: 'stopped' });
});

test('a sound that the browser keeps locked says so, plays nothing, and runs after a touch', async () => {
  const told = await page.evaluate(async () => {
    const contexts: AudioContext[] = [];
    const player = new voice.Player({
      openContext() {
        const context = new AudioContext();
        void context.suspend();
        contexts.push(context);
        return context;
      },
    });
    const states: string[] = [];
    const reached = (state: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (states.at(-1) !== player.current().state) states.push(player.current().state);
          if (player.current().state === state) resolve();
        };
        player.subscribe(look);
        look();
      });
    await reached('locked');
    const plan = { hasChime: true, clips: [], totalMs: 300, missing: [], silent: [] };
    const locked = await player.play(plan);
    await player.unlock();
    await reached('running');
    const unlocked = await player.play(plan);
    player.close();
    await reached('closed');
    return { states, locked, unlocked: unlocked.state, contexts: contexts.length };
  });
  assert.deepEqual(told.states, ['starting', 'locked', 'running', 'closed']);
  assert.deepEqual(told.locked, { state: 'failed', why: 'locked' });
  assert.equal(told.unlocked, 'finished');
  assert.equal(told.contexts, 1);
});

test('a sound whose clock stands still is made anew, the announcement has failed, and the next one is heard', async () => {
  const told = await page.evaluate(async () => {
    let opened = 0;
    const player = new voice.Player({
      openContext() {
        const context = new AudioContext();
        opened += 1;
        // A loudspeaker that was pulled out: the context says that it runs, and its time does not go on.
        if (opened === 1) Object.defineProperty(context, 'currentTime', { get: () => 1e6 });
        return context;
      },
    });
    const until = (isTrue: () => boolean) =>
      new Promise<void>((resolve) => {
        const leave = player.subscribe(() => {
          if (!isTrue()) return;
          leave();
          resolve();
        });
        if (isTrue()) resolve();
      });
    await until(() => player.current().state === 'running');
    const plan = { hasChime: true, clips: [], totalMs: 1_300, missing: [], silent: [] };
    const stuck = await player.play(plan);
    await until(() => player.current().state === 'running' && player.current().rebuilds === 1);
    const next = await player.play(plan);
    player.close();
    return { stuck, next: next.state, opened, state: player.current() };
  });
  assert.deepEqual(told.stuck, { state: 'failed', why: 'stuck' });
  assert.equal(told.next, 'finished');
  assert.equal(told.opened, 2);
  assert.deepEqual(told.state, { state: 'closed', rebuilds: 1 });
});

test('the hall turns its voice down, and at nothing it is silent', async () => {
  const peaks = await page.evaluate(async () => {
    let meter: AnalyserNode | null = null;
    const player = new voice.Player({
      openContext() {
        const context = new AudioContext();
        const analyser = context.createAnalyser();
        analyser.fftSize = 32_768;
        analyser.connect(context.destination);
        Object.defineProperty(context, 'destination', { get: () => analyser });
        meter = analyser;
        return context;
      },
    });
    await new Promise<void>((resolve) => {
      player.subscribe(() => player.current().state === 'running' && resolve());
    });
    const heard: number[] = [];
    for (const volume of [1, 0.25, 0]) {
      player.setVolume(volume);
      // The second time, because the volume goes there gently.
      for (const round of [1, 2]) {
        await player.play({ hasChime: true, clips: [], totalMs: 700, missing: [], silent: [] });
        const samples = new Float32Array(32_768);
        (meter as AnalyserNode | null)?.getFloatTimeDomainData(samples);
        if (round === 2) heard.push(voice.peakOf(samples));
      }
    }
    player.close();
    return heard;
  });
  const [loud = 0, low = 0, none = 1] = peaks;
  assert.ok(Math.abs(low / loud - 0.25) < 0.05, peaks.join(' '));
  assert.ok(none < 0.001, peaks.join(' '));
});
