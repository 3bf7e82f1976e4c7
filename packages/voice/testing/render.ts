import type { Plan } from '../src/index.ts';
import { buildChain, type Sounds, schedule } from '../src/player/schedule.ts';
import { soundRate } from '../src/player/sounds.ts';

const afterMs = 100;

/** What a loudspeaker would get from a plan, at 48 kHz, and a little silence behind it. */
export async function render(plan: Plan, sounds: Sounds): Promise<Float32Array> {
  const length = Math.ceil(((plan.totalMs + afterMs) * soundRate) / 1_000);
  const context = new OfflineAudioContext(1, length, soundRate);
  schedule(plan, sounds, buildChain(context), 0, () => {});
  return (await context.startRendering()).getChannelData(0);
}
