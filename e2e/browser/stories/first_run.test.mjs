// The first administrator: from the code on the server's console to the second factor and an API token.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { go, look, open, signIn, start } from '../browser.mjs';
import { PASSWORD, Place } from '../place.mjs';

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.serve();
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

/** The code that an authenticator shows now; RFC 6238 with SHA-1, 30 seconds and 6 digits. */
function code(secret, now = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('who reads the console makes the first administrator, once', async () => {
  const line = place.lines.find((line) => line.includes('/setup'));
  const setUpCode = line.match(/: (\S+)$/)[1];
  const page = await open(browser, place);
  await go(page, '/setup');
  await look(page, 'set-up');
  const fill = async (codeWritten) => {
    await page.locator('#code').fill(codeWritten);
    await page.locator('#name').fill('anna');
    await page.locator('#new').fill(PASSWORD);
    await page.locator('#again').fill(PASSWORD);
    await page.locator('main button[type=submit]').click();
  };
  await fill('wrong');
  await page.getByRole('alert').waitFor();
  await fill(setUpCode);
  await page.waitForURL((url) => url.pathname !== '/setup');
  const again = await page.goto('/setup');
  assert.equal(again.status(), 404);
});

test('empty lists say what to do first', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  for (const noun of ['', 'packages', 'users', 'groups', 'devices', 'reports', 'audit', 'settings']) {
    await go(page, `/admin/${noun}`.replace(/\/$/, ''));
    await look(page, `empty-${noun || 'overview'}`);
  }
});

test('a second factor is set up, asked for, and replaced by a recovery code', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/account');
  await look(page, 'account');
  await go(page, '/account/second-factor');
  await look(page, 'second-factor');
  const secret = (await page.locator('main code').first().textContent()).replace(/\s/g, '');
  await page.locator('#code').fill(code(secret));
  await page.locator('main form:has(#code) button[type=submit]').click();
  await page.locator('.codes, main ol, main ul, main pre').first().waitFor();
  await look(page, 'recovery-codes');
  const recovery = (await page.locator('main code').first().textContent()).trim();

  const later = await open(browser, place);
  await later.goto('/sign-in');
  await later.locator('#name').fill('anna');
  await later.locator('#password').fill(PASSWORD);
  await later.keyboard.press('Enter');
  await later.waitForURL('**/sign-in/second-factor');
  await look(later, 'sign-in-second-factor');
  await later.locator('#code').fill('000000');
  await later.keyboard.press('Enter');
  await later.getByRole('alert').waitFor();
  await later.locator('#code').fill(recovery);
  await later.keyboard.press('Enter');
  await later.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
});
