// Users and groups: added, imported, explained, removed; and a first sign-in.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { go, look, open, signIn, start } from '../browser.mjs';
import { fixture, PASSWORD, Place } from '../place.mjs';

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.person('anna', 'administrator');
  await place.verb('group', 'add', 'sales');
  await place.verb('permission', 'grant', 'sales', 'notes');
  await place.verb('package', 'add', fixture('notes-2.0.0.msi'), '--require', 'notes');
  await place.verb('package', 'add', fixture('fourth-field-1.0.0.1.msi'), '--require', 'other');
  await place.serve();
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

test('a new user signs in with a one-time password and has to choose another one', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin/users/new');
  await look(page, 'user-new');
  await page.locator('#name').fill('Jörg "the <i>first</i>"');
  await button(page, 'Add user').click();
  if ((await page.getByRole('alert').count()) === 0) assert.match(await page.locator('main').textContent(), /Jörg "the <i>first<\/i>"/);
  await go(page, '/admin/users/new');
  await page.locator('#name').fill('ben');
  await page.locator('#groups').fill('sales');
  await button(page, 'Add user').click();
  await page.locator('main code').first().waitFor();
  await look(page, 'user-added');
  const once = (await page.locator('main code').first().textContent()).trim();

  const ben = await open(browser, place);
  await ben.goto('/sign-in');
  await ben.locator('#name').fill('ben');
  await ben.locator('#password').fill(once);
  await ben.keyboard.press('Enter');
  await ben.waitForURL('**/sign-in/new-password');
  await look(ben, 'new-password');
  await ben.goto('/');
  assert.equal(new URL(ben.url()).pathname, '/sign-in/new-password', 'nothing else is open');
  await ben.locator('#new').fill(PASSWORD);
  await ben.locator('#again').fill(PASSWORD);
  await ben.keyboard.press('Enter');
  await ben.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await look(ben, 'home-without-updater');
});

test('it is told what a person is offered, and why', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin/users/ben');
  await look(page, 'user');
  const said = await page.locator('main').textContent();
  assert.match(said, /sales/);
  assert.match(said, /other/, 'what is missing is named');
  await go(page, '/admin/groups/sales');
  await look(page, 'group');
});

test('an import shows what it would do before it does it', async () => {
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin/users/import');
  await look(page, 'import');
  const table = 'name;role;groups\nclara;viewer;sales\nben;user;sales\n=cmd|calc;user;nothing\n';
  await page.locator('#file').setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await button(page, 'Show what it would do').click();
  await page.locator('main table').first().waitFor();
  await look(page, 'import-dry-run');
  const clara = await page.goto('/admin/users/clara');
  assert.equal(clara.status(), 404, 'nothing was changed');
  await page.goBack();
  await page.locator('main form:has(input[name=token]) button[type=submit]').first().click();
  await page.locator('main').waitFor();
  await look(page, 'import-done');
  await go(page, '/admin/users/clara');
  await go(page, '/admin/users?search=cla');
  assert.equal(await page.locator('tbody tr').count(), 1);
  await look(page, 'users');
  await page.goto('/admin/users?search=%27%20OR%201%3D1%20--');
  assert.equal(await page.locator('tbody tr').count(), 0);
});

test('removing says what goes with it, and signs the person out at once', async () => {
  const ben = await open(browser, place);
  await signIn(ben, 'ben');
  const page = await open(browser, place);
  await signIn(page, 'anna');
  await go(page, '/admin/users/ben/remove');
  await look(page, 'user-remove');
  await page.locator('main form button.danger').click();
  await page.getByRole('status').first().waitFor();
  await ben.goto('/');
  assert.equal(new URL(ben.url()).pathname, '/sign-in');
});
