import strings from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import { FILTER_KEYS } from '../domain/offers/filter-keys';
import { expect, test } from './portal';

/** Requests in flight at a time. */
const TOGETHER = 8;

test.describe('hostile input in the address', () => {
  for (const key of FILTER_KEYS) {
    test(`no naughty string as ${key} breaks or is echoed unescaped`, async ({ request }) => {
      test.slow();
      for (let from = 0; from < strings.length; from += TOGETHER) {
        await Promise.all(
          strings.slice(from, from + TOGETHER).map(async (value) => {
            const response = await request.get('/offers', { params: { [key]: value } });
            expect(response.status(), `${key}=${JSON.stringify(value)}`).toBeLessThan(500);
            if (!/[<>]/.test(value)) return;
            expect(await response.text(), `${key}=${JSON.stringify(value)}`).not.toContain(value);
          }),
        );
      }
    });
  }

  test('repeated, huge and broken parameters are only dropped', async ({ request }) => {
    const queries = [
      `?${'skill=java&'.repeat(500)}`,
      `?q=${'a'.repeat(6_000)}`,
      '?q=%00%01%ff',
      '?q=%ED%A0%80',
      '?page=-1&salary_min=1e309&posted=NaN',
      '?page[]=1&role[x]=y',
      '?seniority=__proto__&workplace=constructor',
    ];
    for (const query of queries) {
      expect((await request.get(`/offers${query}`)).status(), query.slice(0, 60)).toBeLessThan(500);
    }
  });
});
