import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVoiceSettings } from './voice-settings.ts';

test('a display speaks aloud unless its address says otherwise, and nonsense there changes nothing', () => {
  assert.deepEqual(readVoiceSettings(''), { isOn: true, volume: 100, quiet: [] });
  assert.deepEqual(readVoiceSettings('?voice=off&volume=60&quiet=12:00-13:00,%2017:00-07:00'), {
    isOn: false,
    volume: 60,
    quiet: [
      { from: '12:00', to: '13:00' },
      { from: '17:00', to: '07:00' },
    ],
  });
  assert.deepEqual(readVoiceSettings('?volume=loud&quiet=noon,25:00-26:00'), { isOn: true, volume: 100, quiet: [] });
  assert.equal(readVoiceSettings('?volume=900').volume, 100);
});
