import { expect, test } from 'vitest';
import { skillRedirect } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { findMovedSkill, findRole, findSkill, listRoles, listSkills, OTHER_ROLE } from './queries';

const database = useTestDatabase();

test('roles come in the order of the taxonomy, without the one for everything else', async () => {
  const roles = await listRoles(database.db);
  expect(roles.slice(0, 2).map((role) => role.slug)).toEqual(['backend', 'frontend']);
  expect(roles.map((role) => role.slug)).not.toContain(OTHER_ROLE);
});

test('a role is found by its slug, unless it has no page', async () => {
  expect(await findRole(database.db, 'backend')).toMatchObject({ title: 'Backend developer' });
  expect(await findRole(database.db, OTHER_ROLE)).toBeNull();
  expect(await findRole(database.db, 'astronaut')).toBeNull();
});

test('skills come by name, whatever the case', async () => {
  const names = (await listSkills(database.db)).map((skill) => skill.name.toLowerCase());
  expect(names.length).toBeGreaterThan(300);
  expect(names.indexOf('dbt')).toBeGreaterThan(names.indexOf('COBOL'.toLowerCase()));
  expect(names.indexOf('dbt')).toBeLessThan(names.indexOf('java'));
});

test('a skill is found by its slug', async () => {
  expect(await findSkill(database.db, 'java')).toMatchObject({ name: 'Java', kind: 'language' });
  expect(await findSkill(database.db, 'jawa')).toBeNull();
});

test('a skill that was renamed or merged is found by its former slug', async () => {
  const java = await findSkill(database.db, 'java');
  await database.db.insert(skillRedirect).values({ slug: 'old-java', skillId: java?.id ?? 0 });
  expect(await findMovedSkill(database.db, 'old-java')).toBe('java');
  expect(await findMovedSkill(database.db, 'java')).toBeNull();
});
