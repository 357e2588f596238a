import { expect, it } from 'vitest';
import { inSentence, keepSlashes, withArticle } from './role-words';

it.each([
  ['Backend developer', 'a backend developer'],
  ['Full-stack developer', 'a full-stack developer'],
  ['DevOps / SRE engineer', 'a DevOps / SRE engineer'],
  ['Data / BI analyst', 'a data / BI analyst'],
  ['QA / test engineer', 'a QA / test engineer'],
  ['UX / UI designer', 'a UX / UI designer'],
  ['ERP / SAP / CRM consultant', 'an ERP / SAP / CRM consultant'],
  ['IT support specialist', 'an IT support specialist'],
  ['Embedded developer', 'an embedded developer'],
  ['Engineering manager', 'an engineering manager'],
])('speaks of %s as %s', (title, said) => {
  expect(withArticle(title)).toBe(said);
});

it('leaves a name in capitals as it is', () => {
  expect(inSentence('Data analysis / BI')).toBe('data analysis / BI');
});

it('keeps a slash at the end of its line', () => {
  expect(keepSlashes('ERP / SAP / CRM consultant')).toBe('ERP\u00a0/ SAP\u00a0/ CRM consultant');
});
