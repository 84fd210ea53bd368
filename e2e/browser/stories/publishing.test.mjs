// From an MSI file on the page to what a person may have, and back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { go, look, open, signIn, start } from '../browser.mjs';
import { fixture, PASSWORD, Place } from '../place.mjs';

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.person('anna', 'administrator');
  await place.person('paul', 'publisher');
  await place.person('vera', 'viewer');
  await place.person('ben');
  await place.verb('permission', 'grant', 'ben', 'notes');
  await place.verb('package', 'add', fixture('notes-2.0.0.msi'), '--require', 'notes', '--description', 'Takes notes.');
  await place.serve();
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

/** The update.xml that ben's PC reads. */
async function offered() {
  const credentials = Buffer.from(`ben:${PASSWORD}`).toString('base64');
  const answer = await fetch(`${place.url}/ajax/updater/update.xml`, { headers: { authorization: `Basic ${credentials}` } });
  return answer.text();
}

test('an older file is uploaded with a warning, previewed, published, seen, and withdrawn', async () => {
  const page = await open(browser, place);
  await signIn(page, 'paul');
  await go(page, '/admin/packages');
  await look(page, 'packages');
  await go(page, '/admin/packages/new');
  await look(page, 'upload');
  await page.locator('#file').setInputFiles([fixture('notes-3.0.0.msi'), fixture('no-upgrade-code.msi'), fixture('not-an-msi.msi')]);
  await button(page, 'Upload').click();
  await page.locator('#uploads .good a').first().waitFor();
  await page.locator('#uploads .bad').first().waitFor();
  await look(page, 'uploaded');
  await page.locator('#uploads .good a').first().click();
  await page.waitForURL('**/admin/packages/drafts/*');
  assert.match(await page.locator('main').textContent(), /no digital signature/, 'the warning');
  assert.equal(await page.locator('#description').inputValue(), 'Takes notes.', 'what the version before says is filled in');
  await look(page, 'draft');
  await page.locator('#name').fill('Notes <script>alert(1)</script>');
  await page.locator('#preview').getByText('Notes <script>alert(1)</script>').first().waitFor();
  await page.locator('#name').fill('Notes for everybody');
  await page.locator('#release_notes').fill('Faster.');
  await page.locator('#icon_file').setInputFiles(fixture('icon.ico'));
  await page.locator('#preview img').first().waitFor();
  await button(page, 'Save the draft').click();
  await page.getByRole('status').first().waitFor();
  assert.equal(await page.locator('form img').count(), 1, 'the icon is kept');
  assert.doesNotMatch(await offered(), /Notes for everybody/);
  await page.locator('main').getByText('Publish…').click();
  await look(page, 'publish');
  await button(page, 'Publish').click();
  await page.getByRole('status').first().waitFor();
  await look(page, 'package');
  await page.locator('main').getByRole('link', { name: 'Edit the listing' }).click();
  await look(page, 'listing');
  await page.goBack();
  assert.match(await offered(), /Notes for everybody/);

  const home = await open(browser, place, { language: 'fr' });
  await signIn(home, 'ben');
  await go(home, '/');
  await home.getByText('Notes for everybody').first().waitFor();
  assert.equal(await home.locator('html').getAttribute('lang'), 'fr');
  await look(home, 'home-french');

  await page.locator('main').getByRole('link', { name: 'Withdraw' }).click();
  await look(page, 'withdraw');
  await button(page, 'Withdraw').click();
  await page.getByRole('status').first().waitFor();
  await look(page, 'package-withdrawn');
  await page.locator('main').getByRole('link', { name: 'Delete' }).click();
  await look(page, 'delete');
  await page.goBack();
  const after = await offered();
  assert.doesNotMatch(after, /Notes for everybody/);
  assert.match(after, /2\.0\.0/, 'the version before is offered again');
  await home.reload();
  assert.equal(await home.getByText('Notes for everybody').count(), 0);
});

test('it works without scripts too', async () => {
  const page = await open(browser, place, { scripts: false });
  await signIn(page, 'paul');
  await go(page, '/admin/packages/new');
  await page.locator('#file').setInputFiles(fixture('fourth-field-1.0.0.2.msi'));
  await button(page, 'Upload').click();
  await page.waitForURL('**/admin/packages/drafts/*');
  await page.locator('#name').fill('Fourth');
  await button(page, 'Preview').click();
  await page.locator('#preview').getByText('Fourth').first().waitFor();
  await page.locator('#icon_file').setInputFiles(fixture('icon.ico'));
  await button(page, 'Preview').click();
  await page.locator('#preview img').first().waitFor();
  await button(page, 'Save the draft').click();
  await page.getByRole('status').first().waitFor();
  assert.equal(await page.locator('#preview img').count(), 1, 'what was chosen for the preview is saved');
});

test('the keyboard alone is enough to publish', async () => {
  const page = await open(browser, place);
  await signIn(page, 'paul');
  await go(page, '/admin/packages/new');
  await page.locator('#file').setInputFiles(fixture('fourth-field-1.0.0.1.msi'));
  await page.locator('#file').focus();
  await tabTo(page, 'Upload');
  await page.keyboard.press('Enter');
  await page.locator('#uploads .good a').first().waitFor();
  await page.locator('#uploads .good a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/packages/drafts/*');
  await tabTo(page, 'Publish…');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/publish*');
  await tabTo(page, 'Publish');
  await page.keyboard.press('Enter');
  await page.getByRole('status').first().waitFor();
});

/** Presses Tab until the focus stands on a button or link of this name. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = page.locator('main :focus');
    if ((await focus.count()) > 0 && (await focus.textContent()).trim() === name) return;
  }
  assert.fail(`Tab does not lead to “${name}”`);
}

test('each role sees its own pages and no others', async () => {
  const may = {
    vera: ['/admin', '/admin/packages', '/admin/users', '/admin/groups', '/admin/devices', '/admin/reports', '/account', '/'],
    paul: ['/admin', '/admin/packages', '/admin/packages/new', '/account', '/'],
    ben: ['/', '/account'],
  };
  const mayNot = {
    vera: ['/admin/packages/new', '/admin/audit', '/admin/settings', '/admin/users/new', '/admin/users/import', '/admin/webhooks', '/admin/preconditions'],
    paul: ['/admin/audit', '/admin/settings', '/admin/preconditions', '/admin/users/new', '/admin/webhooks'],
    ben: ['/admin', '/admin/packages', '/admin/users', '/admin/devices', '/admin/reports', '/admin/audit', '/admin/users/anna'],
  };
  for (const name of Object.keys(may)) {
    const page = await open(browser, place);
    await signIn(page, name);
    for (const path of may[name]) await go(page, path);
    for (const path of mayNot[name]) assert.equal((await page.goto(path)).status(), 404, `${name} ${path}`);
    if (name === 'vera') {
      await go(page, '/admin/packages');
      await look(page, 'packages-of-a-viewer');
    }
  }
});
