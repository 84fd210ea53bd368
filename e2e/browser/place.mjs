// A server of its own for each story: a data folder, verbs in it, and a process that ends with the story.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long the server may take to begin, or to end. */
const PATIENCE = 60_000;
/** The password of everybody whom a story adds. */
export const PASSWORD = 'correct horse battery';

/** What the chore hands over; it is missing where a story is started by hand. */
export function handedOver(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the stories by “cargo xtask browser”.`);
  return value;
}

export class Place {
  static async make() {
    const folder = await mkdtemp(join(handedOver('OXUPDATER_STORIES'), 'place-'));
    return new Place(folder);
  }

  constructor(folder) {
    this.folder = folder;
    this.data = join(folder, 'data');
    this.lines = [];
  }

  environment(more = {}) {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('OXUPDATED_'));
    return { ...Object.fromEntries(kept), OXUPDATED_DATA: this.data, OXUPDATER_LANGUAGE: 'en', ...more };
  }

  /** Runs a verb, which has to succeed, and answers with what it said. */
  async verb(...words) {
    const { stdout } = await run(handedOver('OXUPDATED'), words, { env: this.environment(), timeout: PATIENCE });
    return stdout;
  }

  /** A file beside the data folder. */
  async file(name, content) {
    const path = join(this.folder, name);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  }

  /** Adds somebody with `PASSWORD`. */
  async person(name, role = 'user') {
    const password = await this.file('password', PASSWORD);
    await this.verb('user', 'add', name, '--password-file', password, '--role', role);
  }

  /** Starts the server and waits until it listens. */
  async serve(settings = {}) {
    const words = ['serve', '--listen', '127.0.0.1:0'];
    this.process = spawn(handedOver('OXUPDATED'), words, { env: this.environment(settings), stdio: ['ignore', 'pipe', 'pipe'] });
    this.log = '';
    this.process.stderr.on('data', (bytes) => (this.log += bytes));
    const listening = new Promise((found, lost) => {
      createInterface({ input: this.process.stdout }).on('line', (line) => {
        this.lines.push(line);
        const at = line.match(/https?:\/\/127\.0\.0\.1:\d+$/);
        if (at) found(at[0]);
      });
      this.process.on('exit', () => lost(new Error(`the server ended: ${this.log}`)));
      setTimeout(() => lost(new Error(`the server does not listen: ${this.log}`)), PATIENCE).unref();
    });
    this.url = await listening;
    return this.url;
  }

  /** Sends what a client sends, by name and password. */
  async send(path, name, body) {
    const credentials = Buffer.from(`${name}:${PASSWORD}`).toString('base64');
    const headers = { authorization: `Basic ${credentials}`, 'content-type': 'application/json' };
    return fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Ends the server and takes its folder away. */
  async end() {
    if (this.process && this.process.exitCode === null) {
      const ended = new Promise((done) => this.process.once('exit', done));
      this.process.kill('SIGTERM');
      const late = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(late);
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** An MSI file that the chore has made. */
export function fixture(name) {
  return join(handedOver('OXUPDATER_FIXTURES'), name);
}
