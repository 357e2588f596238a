import { describe, expect, it } from 'vitest';
import { skillInput, skillMark, typedSkill } from './skill-input';

const FIELDS = { name: 'Tarnix', slug: 'tarnix', kind: 'language', summary: 'A language.', aliases: '' };

describe('what the operator may type', () => {
  it('reads names, addresses and spellings as they are kept', () => {
    expect(
      skillInput.parse({
        ...FIELDS,
        name: '  Tarnix  Lang ',
        aliases: 'TarnixLang\ntarnix lang, Tarnix 1 ; tarnixlang',
      }),
    ).toMatchObject({
      name: 'Tarnix Lang',
      aliases: ['tarnix 1', 'tarnixlang'],
    });
  });

  it.each([
    ['name', ''],
    ['name', 'C, C++'],
    ['name', '🦎'],
    ['name', 'x'.repeat(61)],
    ['slug', 'Tarnix'],
    ['slug', 'tarnix--lang'],
    ['slug', ''],
    ['kind', 'animal'],
    ['summary', ' '],
    ['summary', 'x'.repeat(301)],
    ['aliases', '---'],
  ] as const)('refuses %s “%s”', (field, typed) => {
    const { error } = skillInput.safeParse({ ...FIELDS, [field]: typed });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('reads what it has written, and tells any change of it', () => {
    const skill = skillInput.parse({ ...FIELDS, aliases: 'b, a' });
    expect(skillInput.parse(typedSkill(skill))).toEqual(skill);
    expect(skillMark(skill)).toBe(skillMark(skillInput.parse({ ...FIELDS, aliases: 'A\nB' })));
    for (const changed of [{ name: 'Tarnix 2' }, { slug: 'tarnix-2' }, { aliases: ['a'] }])
      expect(skillMark({ ...skill, ...changed })).not.toBe(skillMark(skill));
  });
});
