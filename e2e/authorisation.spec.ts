import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import type { Connection } from '@/db/client';
import { ROOT } from '@/dev/command';
import { type Actor, buildEstate, type Estate, fingerprint, openDatabase } from './actors';
import { ACTIONS, POSTED, ROUTES } from './doors';
import { expect, test } from './portal';

/** Ids of the server actions in the build under test, by `file#export`. */
function actionIds(): Map<string, string> {
  const file = join(ROOT, process.env.NEXT_DIST_DIR ?? '.next', 'server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^app\//, '')}#${exportedName}`,
      id,
    ]),
  );
}

const EMPTY_STATE = [{ values: {}, faults: {}, message: null }];

/** The fields by which a form names its action, as a browser without JavaScript sends them. */
function actionFields(id: string, state: boolean): Record<string, string> {
  if (!state) return { [`$ACTION_ID_${id}`]: '' };
  return {
    $ACTION_REF_1: '',
    '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
    '$ACTION_1:1': JSON.stringify(EMPTY_STATE),
    $ACTION_KEY: 'k0',
  };
}

let connection: Connection;
let estate: Estate;
let origin: string;

test.beforeAll(async ({ baseURL }) => {
  origin = baseURL ?? '';
  connection = openDatabase();
  estate = await buildEstate(connection);
});
test.afterAll(() => connection.close());

type Answer = { status: number; location: string };

/** Nobody gets further than: sign in first, make a company first, or there is no such thing. */
function isRefused({ status, location }: Answer): boolean {
  if (status === 404 || status === 403) return true;
  return [303, 307].includes(status) && /^\/(?:sign-in\?|employer\/company\/new)/.test(location);
}

function cookieOf(actor: Actor): Record<string, string> {
  return { cookie: estate.cookies[actor] };
}

test('every page, route and action of employers and the operator is in the tables', () => {
  const files = globSync('app/{(employer)/employer,(operator)/operator}/**/{page.tsx,route.ts}', {
    cwd: ROOT,
  });
  const known = [...Object.keys(ROUTES), ...Object.keys(POSTED)].map((file) => `app/${file}`);
  expect(known.sort()).toEqual(files.sort());
  const actions = [...actionIds().keys()].filter((name) =>
    /^\((?:employer\)\/employer|operator\)\/)/.test(name),
  );
  expect(Object.keys(ACTIONS).sort()).toEqual(actions.sort());
});

for (const [file, { path, closedTo }] of Object.entries(ROUTES)) {
  test(`${file} is closed to ${closedTo.join(', ')}`, async ({ request }) => {
    for (const actor of closedTo) {
      const answer = await request.get(path(estate), { headers: cookieOf(actor), maxRedirects: 0 });
      const told = { status: answer.status(), location: answer.headers().location ?? '' };
      expect(isRefused(told), `${actor}: ${JSON.stringify(told)}`).toBe(true);
      expect(await answer.text()).not.toMatch(/Secret plans|They ask for money/);
    }
  });
}

async function post(
  request: APIRequestContext,
  path: string,
  actor: Actor,
  fields: Record<string, string>,
): Promise<Answer> {
  const answer = await request.post(path, {
    multipart: fields,
    headers: { ...cookieOf(actor), origin },
    maxRedirects: 0,
  });
  return { status: answer.status(), location: answer.headers().location ?? '' };
}

for (const [file, { path, fields, closedTo }] of Object.entries(POSTED)) {
  test(`${file} does nothing for ${closedTo.join(', ')}`, async ({ request }) => {
    const before = await fingerprint(connection, estate);
    for (const actor of closedTo) {
      const told = await post(request, path, actor, fields(estate));
      expect(isRefused(told), `${actor}: ${JSON.stringify(told)}`).toBe(true);
    }
    expect(await fingerprint(connection, estate)).toBe(before);
  });
}

for (const [name, { at, fields, state, closedTo, unmoved = [] }] of Object.entries(ACTIONS)) {
  test(`${name} does nothing for ${closedTo.join(', ')}`, async ({ request }) => {
    const id = actionIds().get(name) ?? '';
    const before = await fingerprint(connection, estate);
    for (const actor of [...closedTo, ...unmoved]) {
      const form = { ...actionFields(id, state === true), ...fields(estate) };
      const told = await post(request, at(estate), actor, form);
      const expected = unmoved.includes(actor) ? told.status === 200 : isRefused(told);
      expect(expected, `${actor}: ${JSON.stringify(told)}`).toBe(true);
      expect(await fingerprint(connection, estate), actor).toBe(before);
    }
  });
}

test('a draft is shown to nobody else, nor written by anybody else', async ({ request }) => {
  const strangers: Actor[] = ['signed out', 'without a company', 'of another company', 'operator'];
  const before = await fingerprint(connection, estate);
  for (const actor of strangers) {
    const headers = { ...cookieOf(actor), origin, 'sec-fetch-site': 'same-origin' };
    for (const page of ['/post-a-job', '/post-a-job/preview']) {
      const answer = await request.get(`${page}?draft=${estate.draft}`, { headers });
      expect(await answer.text()).not.toContain('Secret plans');
    }
    for (const revision of [0, 1]) {
      const saved = await request.post('/post-a-job/save', {
        headers,
        data: { draft: estate.draft, revision, writer: 'w', sequence: 9, form: { title: 'Taken over' } },
      });
      expect(saved.status(), `${actor}, revision ${revision}`).toBe(404);
    }
  }
  expect(await fingerprint(connection, estate)).toBe(before);
});

test('the doors open to those who belong there', async ({ request }) => {
  for (const [file, { path, closedTo }] of Object.entries(ROUTES)) {
    const actor: Actor = file.startsWith('(operator)') ? 'operator' : 'owner';
    expect(closedTo).not.toContain(actor);
    const answer = await request.get(path(estate), { headers: cookieOf(actor), maxRedirects: 0 });
    expect([200, 303], `${actor} at ${file}: ${answer.status()}`).toContain(answer.status());
  }
});
