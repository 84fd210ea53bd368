// The real browser: windows in a size, a colour scheme and a language; pictures of pages; and what axe finds in them.

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { handedOver, PASSWORD } from './place.mjs';

const require = createRequire(join(handedOver('OXUPDATER_BROWSER_MODULES'), 'index.js'));
const { chromium } = require('playwright-core');
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Widths that pages are looked at in. */
const WIDTHS = { phone: 360, desktop: 1280 };
/** How long anything on a page may take. */
const PATIENCE = 20_000;
/** What a browser without the network does not need to ask for. */
const QUIET = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser. As root it has no sandbox of its own. */
export async function start() {
  const alone = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: handedOver('CHROMIUM'), args: [...QUIET, ...alone] });
}

/** Opens a window that complains about each script error and each rule that a page breaks. */
export async function open(browser, place, { language = 'en', width = WIDTHS.desktop, scheme = 'light', scripts = true } = {}) {
  const context = await browser.newContext({
    baseURL: place.url, locale: language, colorScheme: scheme, viewport: { width, height: 800 }, javaScriptEnabled: scripts,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (line) => {
    // A refusal of the server shows in the console too, and is looked at by the story.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) page.complaints.push(line.text());
  });
  return page;
}

/** Signs somebody in, who has `PASSWORD`. */
export async function signIn(page, name, password = PASSWORD) {
  await page.goto('/sign-in');
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Goes to a page, which has to be there. */
export async function go(page, path) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), 200, path);
}

/** Holds a page against the rules of accessibility, and says what breaks them. */
export async function accessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const grave = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const said = grave.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html).join('\n    ')}`);
  assert.equal(said.length, 0, `${page.url()}\n${said.join('\n')}`);
}

/** Takes pictures of a page in light and dark, on a phone and at a desk, and holds each against the rules. */
export async function look(page, name) {
  const folder = handedOver('OXUPDATER_SCREENS');
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const scheme of ['light', 'dark']) {
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await fits(page, `${name} on a ${device}`);
      await page.screenshot({ path: join(folder, `${name}-${scheme}-${device}.png`), fullPage: true });
    }
    await accessible(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: WIDTHS.desktop, height: 800 });
  // Text at 200 %, as browsers zoom it: half the room.
  await page.setViewportSize({ width: WIDTHS.desktop / 2, height: 400 });
  await fits(page, `${name} at 200 %`);
  await page.setViewportSize({ width: 1920, height: 1000 });
  await fits(page, `${name} at 1920`);
  await page.setViewportSize(before);
  assert.deepEqual(page.complaints, [], name);
}

/** Nothing stands out of the window to the side. */
async function fits(page, what) {
  const { content, room } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth, room: document.documentElement.clientWidth,
  }));
  assert.ok(content <= room, `${what}: the content is ${content} wide, the window ${room}`);
}
