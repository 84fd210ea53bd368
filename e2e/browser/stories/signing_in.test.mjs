// Signing in and out, by keyboard alone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look, open, start } from '../browser.mjs';
import { PASSWORD, Place } from '../place.mjs';

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.person('anna', 'administrator');
  await place.serve();
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

test('the keyboard alone is enough to sign in and out', async () => {
  const page = await open(browser, place);
  await page.goto('/admin/packages');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'who is not signed in is asked to');
  await look(page, 'sign-in');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').textContent(), 'Skip to the content');
  await page.locator('#name').focus();
  await page.keyboard.type('anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin/packages');
  const signOut = page.getByRole('button', { name: 'Sign out' });
  await signOut.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
  await page.goto('/admin');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'the session is over');
});

test('a wrong password is told and the name is kept', async () => {
  const page = await open(browser, place, { language: 'de' });
  await page.goto('/sign-in');
  await page.locator('#name').fill('anna');
  await page.locator('#password').fill('something else');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  assert.equal(await page.locator('#name').inputValue(), 'anna');
  assert.equal(await page.locator('#password').inputValue(), '');
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await look(page, 'sign-in-refused');
});
