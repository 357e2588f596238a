import { describe, expect, test } from 'vitest';
import { ROLE_SLUGS, ROLES } from '@/db/seed/roles';
import { wordKey } from '@/domain/roles/tokens';
import { SKILLS } from './skills';

const spellings = SKILLS.flatMap((skill) => [skill.name, ...skill.aliases].map((word) => ({ skill, word })));

describe('skills', () => {
  test('are many, of every kind', () => {
    expect(SKILLS.length).toBeGreaterThanOrEqual(380);
    expect(new Set(SKILLS.map((skill) => skill.kind)).size).toBe(6);
  });

  test('have a slug that fits an address, and have it alone', () => {
    expect(SKILLS.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
    expect(new Set(SKILLS.map(({ slug }) => slug)).size).toBe(SKILLS.length);
  });

  test('share no name or alias, however it is written', () => {
    const owners = new Map<string, string[]>();
    for (const { skill, word } of spellings) {
      const key = wordKey(word);
      owners.set(key, [...(owners.get(key) ?? []), `${skill.slug}: ${word}`]);
    }
    expect([...owners.values()].filter((words) => words.length > 1)).toEqual([]);
  });

  test('have an alias and a sentence of their own', () => {
    expect(SKILLS.filter(({ aliases }) => aliases.length === 0).map(({ slug }) => slug)).toEqual([]);
    expect(SKILLS.filter(({ summary }) => !/^[A-Z0-9].*\.$/.test(summary)).map(({ slug }) => slug)).toEqual(
      [],
    );
  });

  test('have rules for their own words only', () => {
    const strangers = SKILLS.flatMap(({ slug, name, aliases, match }) =>
      Object.keys(match?.words ?? {})
        .filter((word) => word !== name && !aliases.includes(word))
        .map((word) => `${slug}: ${word}`),
    );
    expect(strangers).toEqual([]);
  });

  test('of one or two letters are believed only with a rule', () => {
    const short = spellings.filter(({ word }) => /^[a-z]{1,2}$/i.test(wordKey(word)));
    const free = short.filter(({ skill, word }) => !skill.match?.words?.[word]).map(({ word }) => word);
    expect(free.sort()).toEqual(['JS', 'K6'].filter((word) => free.includes(word)));
  });
});

test('every role is described, in the order of the slugs', () => {
  expect(ROLES.map(({ slug }) => slug)).toEqual([...ROLE_SLUGS]);
  expect(ROLES.filter(({ escoCode, escoUri }) => Boolean(escoCode) !== Boolean(escoUri))).toEqual([]);
  expect(ROLES.filter(({ escoCode, iscoCode }) => escoCode && !escoCode.startsWith(`${iscoCode}.`))).toEqual(
    [],
  );
});
