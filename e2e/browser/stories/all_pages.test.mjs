// Every page that an administrator can reach by links, looked at in German: the longer words have to fit.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { go, look, open, signIn, start } from '../browser.mjs';
import { fixture, Place } from '../place.mjs';

/** The most pages that are looked at; a site of this size has fewer. */
const PAGES_MAX = 120;

let browser;
let place;

before(async () => {
  place = await Place.make();
  await place.person('anna', 'administrator');
  await place.person('ben');
  await place.verb('group', 'add', 'vertrieb');
  await place.verb('group', 'join', 'vertrieb', 'ben');
  await place.verb('permission', 'grant', 'vertrieb', 'notes');
  await place.verb('package', 'add', fixture('notes-1.0.0.msi'), '--require', 'notes');
  await place.verb('package', 'add', fixture('notes-2.0.0.msi'), '--require', 'notes', '--release-notes', 'Schneller.');
  await place.verb('package', 'add', fixture('notes-3.0.0.msi'), '--draft');
  await place.verb('webhook', 'add', 'https://hooks.example.com/oxupdater', '--event', 'install.failed');
  // An Open-Xchange server that lacks this and that, with long names of properties and packages.
  await mkdir(join(place.folder, 'etc'));
  await place.file('etc/foldercache.properties', 'ENABLE_INTERNAL_USER_EDIT=FALSE\n');
  await place.file('etc/mailfilter.properties', 'com.openexchange.mail.filter.blacklist.actions=vacation\n');
  const packages = await place.file('packages', 'open-xchange-core-7.10.6-5.noarch\nopen-xchange-passwordchange-script-7.10.6-5.noarch\n');
  await place.serve({ OXUPDATED_OPEN_XCHANGE_ETC: join(place.folder, 'etc'), OXUPDATED_OPEN_XCHANGE_PACKAGES: packages });
  browser = await start();
});

after(async () => {
  await browser?.close();
  await place?.end();
});

/** The addresses of pages that a page leads to, one for each kind: of many users, one is looked at. */
async function leads(page) {
  const paths = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return paths.filter((path) => !/^\/(language|static|ajax|icons)\/|\.csv|\.msi/.test(path)).map((path) => path.split('#')[0]);
}

/** What kind of page an address leads to: filters and numbers do not make another. */
function kind(path) {
  const [address] = path.split('?');
  return address.replace(/[0-9A-Fa-f-]{12,}|\d+/g, 'N').replace(/(users|groups)\/(?!new|import|hand-out)[^/]+/, '$1/NAME');
}

test('each page that links lead to fits, and keeps the rules of accessibility', async () => {
  const page = await open(browser, place, { language: 'de' });
  await signIn(page, 'anna');
  const waiting = ['/admin', '/'];
  const seen = new Set();
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (seen.has(kind(path))) continue;
    seen.add(kind(path));
    assert.ok(seen.size <= PAGES_MAX, [...seen].join(' '));
    await go(page, path);
    const name = kind(path).replace(/^\//, '').replace(/[^A-Za-z]+/g, '-') || 'start';
    await look(page, `all-${name}`);
    const headings = await page.locator('h1').count();
    assert.equal(headings, 1, `${path} has one first heading`);
    waiting.push(...(await leads(page)));
  }
  for (const known of ['/admin/packages/drafts/N', '/admin/users/NAME', '/admin/groups/NAME', '/admin/webhooks', '/admin/packages/N', '/admin/preconditions']) {
    assert.ok([...seen].some((path) => path.startsWith(known)), `${known} is reached: ${[...seen].join(' ')}`);
  }
});
