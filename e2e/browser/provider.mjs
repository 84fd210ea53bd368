// A real provider of OpenID Connect for the stories, of a certified kind, on this machine alone and with people who are made up.

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handedOver } from './place.mjs';

const require = createRequire(join(handedOver('OXUPDATER_BROWSER_MODULES'), 'index.js'));
const { default: Kind } = await import(pathToFileURL(require.resolve('oidc-provider')).href);

/** What the provider knows the server by. */
const CLIENT = 'oxupdated';
const SECRET = 'not-for-anybody-0123456789-abcdefghij';

export class Provider {
  /** Starts it. People are their names, with claims. */
  static async start(people) {
    const server = createServer();
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    return new Provider(server, people);
  }

  constructor(server, people) {
    this.server = server;
    this.people = people;
    this.issuer = `http://127.0.0.1:${server.address().port}`;
  }

  /** The settings that name it, with the secret in a file. */
  async settings(place) {
    const file = await place.file('client-secret', SECRET);
    return `[[source]]
kind = "open-id-connect"
name = "id"
title = "Example ID"
issuer = "${this.issuer}"
client_id = "${CLIENT}"
client_secret_file = "${file}"
groups_claim = "groups"
scopes = ["profile", "email", "groups"]
permissions = { outlook = ["notes"] }
`;
  }

  /** Knows the server from now on, which is reached at this address. */
  knows(url) {
    const people = this.people;
    const provider = new Kind(this.issuer, {
      clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [`${url}/sign-in/with/id/back`] }],
      claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'locale'], email: ['email', 'email_verified'], groups: ['groups'] },
      pkce: { required: () => true },
      cookies: { keys: ['only for stories'] },
      findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    });
    provider.on('server_error', (_, error) => (this.failure = error));
    this.server.on('request', provider.callback());
  }

  async end() {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Signs in on the provider's own pages, and consents to what the server asks for. */
export async function signInAt(page, provider, name) {
  await page.waitForURL((url) => url.origin === provider.issuer);
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('whatever');
  await page.locator('button[type=submit]').click();
  await page.waitForSelector('button[autofocus]');
  await page.locator('button[autofocus]').click();
}
