// Signing in with a provider of OpenID Connect, and signing a PC in by a code.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { look, open, start } from '../browser.mjs';
import { fixture, Place } from '../place.mjs';
import { Provider, signInAt } from '../provider.mjs';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

let browser;
let place;
let provider;

before(async () => {
  provider = await Provider.start({
    anna: { preferred_username: 'anna', name: 'Anna Ahn', email: 'anna@example.com', email_verified: true, groups: ['outlook'] },
  });
  place = await Place.make();
  await place.person('admin', 'administrator');
  await place.verb('package', 'add', fixture('notes-1.0.0.msi'), '--require', 'notes');
  await writeFile(join(place.data, 'oxupdated.toml'), await provider.settings(place));
  provider.knows(await place.serve());
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
  await provider?.end();
});

/** Keeps a window on this machine: the provider's pages ask for fonts from elsewhere. */
async function here(page) {
  await page.context().route((url) => url.hostname !== '127.0.0.1', (route) => route.abort());
  return page;
}

/** Sends a form as OX Updater on a PC does, and answers with the status and the answer. */
async function send(path, fields) {
  const answer = await fetch(place.url + path, { method: 'POST', body: new URLSearchParams({ client_id: 'oxupdate', ...fields }) });
  return { status: answer.status, ...(await answer.json()) };
}

test('a person signs in with a provider and lands on the wanted page', async () => {
  const page = await here(await open(browser, place));
  await page.goto('/account');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await look(page, 'sign-in-with-provider');
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
  await signInAt(page, provider, 'anna');
  await page.waitForURL(`${place.url}/account`);
  assert.match(await page.locator('header').textContent(), /anna/);
  await page.goto('/');
  await page.getByText('Fixture Notes').first().waitFor();
  assert.equal(provider.failure, undefined);
  assert.ok(!place.log.includes('code='), 'what the provider sends along is not logged');
  await page.context().close();
});

test('a person who says no at the provider is led back with a clear word', async () => {
  const page = await here(await open(browser, place, { language: 'de' }));
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Anmelden mit Example ID' }).click();
  await page.waitForURL((url) => url.origin === provider.issuer);
  await page.getByRole('link', { name: /cancel/i }).click();
  await page.waitForURL((url) => url.origin === new URL(place.url).origin);
  assert.match(await page.getByRole('alert').textContent(), /Example ID hat Sie nicht angemeldet/);
  await look(page, 'sign-in-with-provider-refused');
  await page.context().close();
});

test('a PC is signed in by a code, by who signs in with the provider', async () => {
  const asked = await send('/api/v1/device-authorization', { device: randomUUID(), computer_name: 'PC-7' });
  assert.equal(asked.status, 200);
  const page = await here(await open(browser, place));
  await page.goto(asked.verification_uri_complete);
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
  await signInAt(page, provider, 'anna');
  await page.waitForURL(asked.verification_uri_complete);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(asked.user_code).waitFor();
  await look(page, 'device-question');
  await page.getByRole('button', { name: 'Yes, sign in' }).click();
  await page.waitForURL('**/device/done');
  await page.getByText('PC-7 is signed in as anna.').waitFor();
  const granted = await send('/api/v1/device-authorization/token', { grant_type: GRANT_TYPE, device_code: asked.device_code });
  assert.equal(granted.user_name, 'anna');
  const credentials = Buffer.from(`${granted.user_name}:${granted.access_token}`).toString('base64');
  const catalog = await fetch(`${place.url}/ajax/updater/update.xml`, { headers: { authorization: `Basic ${credentials}` } });
  assert.match(await catalog.text(), /Fixture Notes/);
  await page.goto('/device/done');
  await look(page, 'device-done');
  await page.goto('/device');
  await page.locator('#code').fill('BBBB-BBBB');
  await page.keyboard.press('Enter');
  await page.getByText('No PC waits with this code').waitFor();
  await look(page, 'device-code-wrong');
  await page.context().close();
});
