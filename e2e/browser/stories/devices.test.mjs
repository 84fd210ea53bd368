// What clients tell, as administrators see it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { go, look, open, signIn, start } from '../browser.mjs';
import { fixture, PASSWORD, Place } from '../place.mjs';

const PC = '2f8a53c1-3c51-4f4b-9d25-2a1f5f0d9c11';

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.person('anna', 'administrator');
  await place.person('ben');
  await place.verb('package', 'add', fixture('notes-1.0.0.msi'));
  await place.verb('package', 'add', fixture('notes-2.0.0.msi'));
  await place.serve();
  const enrolled = await place.send('/api/v1/devices', 'ben', { device: PC, computer_name: 'BENS-PC <b>' });
  assert.equal(enrolled.status, 201);
  const [{ upgrade_code: code }] = JSON.parse(await place.verb('package', 'list', '--json'));
  const checkedIn = await place.send('/api/v1/check-ins', 'ben', {
    device: PC, computer_name: 'BENS-PC <b>', windows_version: '10.0.22631.4317', platform: 'x64', client_version: '0.1.0',
    products: [{ upgrade_code: code, platform: 'x64', installed: [{ version: '1.0.0', context: 'machine' }] }],
  });
  assert.equal(checkedIn.status, 204);
  for (const [outcome, exitCode] of [['failed', 1603], ['cancelled', 1602], ['installed', 0]]) {
    const reported = await place.send('/api/v1/reports', 'ben', {
      id: crypto.randomUUID(), device: PC, product: 'Fixture Notes', upgrade_code: code, platform: 'x64', from_version: '1.0.0',
      to_version: '2.0.0', outcome, exit_code: exitCode, duration: 42, ended_at: Math.floor(Date.now() / 1000),
    });
    assert.equal(reported.status, 201);
  }
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

test('a report appears, in plain words, and leads to the device', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin');
  await look(page, 'overview');
  await go(page, '/admin/reports');
  assert.match(await page.locator('main').textContent(), /Fixture Notes/);
  assert.match(await page.locator('main').textContent(), /1603/);
  await look(page, 'reports');
  await go(page, '/admin/reports?outcome=failed');
  assert.equal(await page.locator('tbody tr').count(), 1);
  await go(page, '/admin/devices');
  await look(page, 'devices');
  assert.match(await page.locator('tbody').textContent(), /BENS-PC <b>/, 'it is text, and no tag');
  await page.locator('tbody a[href^="/admin/devices/"]').first().click();
  await page.waitForURL('**/admin/devices/*');
  await look(page, 'device');
  await go(page, '/admin/spread');
  await look(page, 'spread');
  await page.locator('main a[href^="/admin/spread/"]').first().click();
  await page.waitForURL('**/admin/spread/**');
  assert.ok(await page.locator('svg').count() > 0, 'a picture');
  assert.ok(await page.locator('table').count() > 0, 'and its numbers');
  await look(page, 'spread-of-product');
  await go(page, '/admin/audit');
  await look(page, 'audit');
});

test('lists are exported as they are filtered', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin/reports?outcome=failed');
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.locator('a[href^="/admin/reports.csv"]').click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  assert.equal(lines.length, 2, lines.join('\n'));
});

test('the same in German, and on the page of the user', async () => {
  const page = await open(browser, place, { language: 'de' });
  await signIn(page, 'anna');
  for (const noun of ['', 'devices', 'reports', 'audit', 'packages', 'users']) {
    await go(page, `/admin/${noun}`.replace(/\/$/, ''));
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await look(page, `german-${noun || 'overview'}`);
  }
  const home = await open(browser, place);
  await signIn(home, 'ben', PASSWORD);
  await go(home, '/');
  await look(home, 'home');
});
