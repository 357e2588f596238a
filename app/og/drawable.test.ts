import { expect, it } from 'vitest';
import { drawable } from './drawable';

it.each([
  'Senior Go developer, C++ & C#',
  'Starszy programista „Żółć” – 24 000 zł',
  'Старший розробник №1',
  'Lập trình viên',
  'Μηχανικός © 2026',
])('draws %s', (text) => expect(drawable(text, 100)).toBe(text));

it('leaves pictograms out', () => {
  expect(drawable('🚀 Backend developer 👩🏽‍💻 🇵🇱 #1️⃣', 100)).toBe('Backend developer #1');
});

it.each(['高级后端工程师', 'مطور', 'デベロッパー', 'นักพัฒนา', '🚀', '', '\u0000'])('gives up on %j', (text) =>
  expect(drawable(text, 100)).toBeUndefined(),
);

it('cuts what is too long', () => {
  expect(drawable('A'.repeat(200), 140)).toBe(`${'A'.repeat(139)}…`);
  expect(drawable('A'.repeat(140), 140)).toHaveLength(140);
});
