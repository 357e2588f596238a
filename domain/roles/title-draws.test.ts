import { describe, expect, test } from 'vitest';
import common from './fixtures/titles-common.json';
import draw1 from './fixtures/titles-draw-1.json';
import draw2 from './fixtures/titles-draw-2.json';
import draw3 from './fixtures/titles-draw-3.json';
import draw4 from './fixtures/titles-draw-4.json';
import { classifyTitle } from './title-rules';

/**
 * Titles with the verdict of a reader who saw the title before the rules did. `it`: title, role, seniority, where
 * a title that leaves the kind of developer open is held for backend; `outside`: titles that belong to no role.
 *
 * The draws are random titles of one import of 3,250 offers, each of 100 in IT and what lay between them, without
 * the titles of which nobody could say it ("Project Manager").
 */
type Titles = { it: (string | null)[][]; outside: string[] };

function findWrong({ it }: Titles): string[] {
  return it.flatMap(([title = '', role, seniority]) => {
    const found = classifyTitle(title ?? '');
    const right = found.role === role && found.seniority === seniority;
    return right ? [] : [`${title}: ${found.role} ${found.seniority}, not ${role} ${seniority}`];
  });
}

const findStrays = ({ outside }: Titles): string[] =>
  outside.filter((title) => classifyTitle(title).role !== 'other');

describe.each([
  ['first', draw1],
  ['second', draw2],
  ['third', draw3],
  ['fourth', draw4],
] as const)('the %s draw', (_, draw) => {
  test('is of 100 titles in IT', () => {
    expect(draw.it).toHaveLength(100);
    expect(draw.outside.length).toBeGreaterThan(200);
  });

  test('has role and seniority right in at least 95 of 100', () => {
    const wrong = findWrong(draw);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(5);
  });

  test('keeps what is outside IT outside', () => {
    expect(findStrays(draw)).toEqual([]);
  });
});

test('no title is in two draws', () => {
  const titles = [draw1, draw2, draw3, draw4].flatMap(({ it, outside }) => [
    ...it.map(([title]) => title),
    ...outside,
  ]);
  expect(new Set(titles).size).toBe(titles.length);
});

describe('common titles', () => {
  test('are right without exception', () => {
    expect(findWrong(common)).toEqual([]);
  });

  test('outside IT too', () => {
    expect(findStrays(common)).toEqual([]);
  });
});
