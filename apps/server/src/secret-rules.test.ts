import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFitPassword, isFitPin } from './secret-rules.ts';

test('[S9] a PIN that everybody tries first is not taken', () => {
  for (const pin of ['12345', '111111', '123456', '987654', '121212', '123123', '000000', 'abcdef'])
    assert.equal(isFitPin(pin), false, pin);
  for (const pin of ['482913', '135790', '20261123']) assert.equal(isFitPin(pin), true, pin);
});

test('[S9] a password is long, and not the name of who has it', () => {
  const sri = { login: 'sri.wahyuni', name: 'Sri Wahyuni' };
  for (const password of ['pendek', 'aaaaaaaaaaaa', 'abcabcabcabc', 'password1234', 'sri.wahyuni1', 'Wahyuni12345'])
    assert.equal(isFitPassword(password, sri), false, password);
  for (const password of ['kuda baterai jepit', 'Tepi-laut-2026', 'admin lampu kuning'])
    assert.equal(isFitPassword(password, sri), true, password);
});
