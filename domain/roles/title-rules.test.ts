import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLE_SLUGS } from '@/db/seed/roles';
import { SKILLS } from '@/db/seed/skills/skills';
import { ROLE_RULES } from './role-rules';
import { WORD_SETS } from './rules/word-sets';
import { compilePattern } from './title-pattern';
import { classifyTitle, decideSeniority, GENERAL_SKILLS, seniorityFromText } from './title-rules';
import { readTitle } from './title-text';

const roleOf = (title: string, skills?: string[]) => classifyTitle(title, skills && { skills }).role;
const seniorityOf = (title: string) => classifyTitle(title).seniority;

describe('reading a title', () => {
  test.each([
    ['Développeur (euse) Full-Stack', 'developpeur full stack'],
    ['Entwickler:in (m/w/d) – Berlin', 'entwickler berlin'],
    ['Consultor/a Senior Técnico/a SAP', 'consultor senior tecnico sap'],
    ['Senior .NET / Node.js Engineer', 'senior dotnet nodejs engineer'],
    ['C++ &amp; C# Developer', 'c++ and c# developer'],
    ['Backend Engineer &#8211; Earn', 'backend engineer earn'],
    ['Inżynier Łączności', 'inzynier lacznosci'],
  ])('%s', (title, read) => {
    expect(readTitle(title)).toBe(read);
  });
});

describe('patterns', () => {
  const fits = (pattern: string, title: string) => compilePattern(pattern, WORD_SETS).test(title);

  test('match whole words only', () => {
    expect(fits('sales engineer', 'sales engineer')).toBe(true);
    expect(fits('sales engineer', 'presales engineer')).toBe(false);
    expect(fits('go', 'golang')).toBe(false);
  });

  test('know alternatives, gaps, either order and sets', () => {
    expect(fits('data|big_data engineer', 'senior big data engineer')).toBe(true);
    expect(fits('head .. engineering', 'head of platform engineering')).toBe(true);
    expect(fits('react & MAKER', 'developer react')).toBe(true);
    expect(fits('*entwickl*', 'softwareentwicklerin')).toBe(true);
    expect(fits('^stage', 'stage developpeur')).toBe(true);
    expect(fits('^stage', 'early stage')).toBe(false);
    expect(fits('c++|c# MAKER', 'c++ developer')).toBe(true);
  });

  test('refuse a set that does not exist', () => {
    expect(() => compilePattern('NOBODY')).toThrow('NOBODY');
  });
});

describe('roles', () => {
  const examples = ROLE_RULES.flatMap((rule) =>
    rule.examples.map((example) => [example, rule.role] as const),
  );

  test.each(examples)('%s', (title, role) => {
    expect(roleOf(title)).toBe(role === 'by-skills' ? 'backend' : role);
  });

  test('every role has a rule, and rules name only roles', () => {
    const ruled = new Set(ROLE_RULES.map((rule) => rule.role));
    expect(ROLE_SLUGS.filter((slug) => !ruled.has(slug))).toEqual([]);
  });

  test.each([
    ['Demi Chef de Partie', 'other'],
    ['Mechanical Engineer', 'other'],
    ['Field Service Engineer', 'other'],
    ['Account Executive, Cloud', 'other'],
    ['Nurse Practitioner, Telehealth', 'other'],
    ['Project Manager', 'other'],
    ['Registered Architect', 'other'],
    ['Software Engineer, Sales Tools', 'backend'],
    ['Salesforce Developer', 'erp'],
    ['Entwickler Java (m/w/d)', 'backend'],
    ['Programista .NET', 'backend'],
    ['Desenvolvedor Full Stack Sr (.NET + Angular)', 'full-stack'],
    ['Desarrollador Android', 'mobile'],
    ['Administrator sieci', 'network'],
    ['Systemadministrator (m/w/d)', 'system-administrator'],
    ['Ingénieur logiciel embarqué C++', 'backend'],
    ['Cientista de Dados', 'data-scientist'],
    ['Kierownik projektu IT', 'project-manager'],
  ] as const)('%s is %s', (title, role) => {
    expect(roleOf(title)).toBe(role);
  });
});

describe('generic titles are decided by skills', () => {
  test.each([
    [['react', 'nodejs', 'typescript'], 'full-stack'],
    [['spring', 'java', 'postgresql'], 'backend'],
    [['django', 'python'], 'backend'],
    [['go', 'kubernetes'], 'backend'],
    [['react', 'css'], 'frontend'],
    [['vue'], 'frontend'],
    [['swift', 'kotlin', 'android'], 'mobile'],
    [['ios', 'android', 'go', 'aws'], 'backend'],
    [['c', 'rtos', 'can-bus', 'stm32'], 'embedded'],
    [['unity', 'c-sharp'], 'game'],
    [['pytorch', 'llm', 'rag', 'mlops', 'python'], 'machine-learning'],
    [['airflow', 'dbt', 'snowflake', 'python'], 'data-engineer'],
    [[], 'backend'],
  ] as const)('%j makes a software engineer %s', (skills, role) => {
    expect(roleOf('Software Engineer', [...skills])).toBe(role);
  });

  test('a project manager is in IT only where the offer shows it', () => {
    expect(
      roleOf('Senior Project Manager', ['excel', 'microsoft-office', 'pmp', 'crm', 'salesforce', 'slack']),
    ).toBe('other');
    expect(roleOf('Senior Project Manager', ['scrum', 'jira', 'kubernetes', 'aws', 'java', 'ci-cd'])).toBe(
      'project-manager',
    );
  });

  test('skills of every trade are known skills', () => {
    const slugs = new Set(SKILLS.map((skill) => skill.slug));
    expect([...GENERAL_SKILLS].filter((slug) => !slugs.has(slug))).toEqual([]);
  });
});

describe('seniority', () => {
  test.each([
    ['Werkstudent DevOps & Automation (m/w/d)', 'intern'],
    ['Data Platform Developer Trainee', 'intern'],
    ['Junior Data Engineer', 'junior'],
    ['Software Engineer I', 'junior'],
    ['Associate Front End Developer', 'junior'],
    ['Associate Director of Partnerships', 'manager'],
    ['React Engineer II', 'mid'],
    ['Strong Middle/Senior Backend Engineer', 'mid'],
    ['Desarrollador Frontend React semi senior', 'mid'],
    ['Junior/Mid Frontend Developer', 'junior'],
    ['Intern / Junior AI Engineer', 'intern'],
    ['Junior to Mid-level React Developer', 'junior'],
    ['Senior/Staff Software Engineer', 'senior'],
    ['Senior or Principal Engineer', 'senior'],
    ['Team Lead - Senior ML Engineer', 'lead'],
    ['Senior Lead Engineer', 'lead'],
    ['Sr. Software Engineer II', 'senior'],
    ['Software Engineer III', 'senior'],
    ['Senior Product Manager', 'senior'],
    ['Senior Sales Engineer (Mid Atlantic)', 'senior'],
    ['Staff Product Designer', 'lead'],
    ['Principal Engineer, Developer Productivity', 'lead'],
    ['Lead Product Manager - UK', 'lead'],
    ['Senior Engineering Manager', 'manager'],
    ['Director of DevOps', 'manager'],
    ['Head of Product', 'manager'],
    ['Product Manager', null],
    ['Cloud Program Manager', null],
    ['Member of Technical Staff', null],
    ['Member of Design Staff - Product Designer', null],
    ['Chief of Staff, Engineering', 'manager'],
    ['Staff Content Designer', 'lead'],
    ['Data Engineer (Expert)', 'lead'],
    ['SDE II', 'mid'],
    ['Incident Manager', null],
    ['Lead Generation Specialist', null],
    ['Software Engineer', null],
  ] as const)('%s is %s', (title, seniority) => {
    expect(seniorityOf(title)).toBe(seniority);
  });

  test.each([
    ['Entry-level', 'junior'],
    ['Mid-level', 'mid'],
    ['Senior, Manager', 'senior'],
    ['Manager, Senior', 'senior'],
    ['Entry-level, Mid-level, Senior', 'junior'],
    ['Director, Executive', 'manager'],
    ['lead', 'lead'],
    ['5 years in retail', null],
    ['', null],
    [null, null],
  ] as const)('experience %j is %s', (experience, seniority) => {
    expect(seniorityFromText(experience)).toBe(seniority);
  });

  test('the title wins over the experience', () => {
    expect(decideSeniority('Senior Backend Engineer', 'Entry-level')).toBe('senior');
    expect(decideSeniority('Backend Engineer', 'Entry-level')).toBe('junior');
    expect(decideSeniority('Backend Engineer', null)).toBeNull();
  });

  test('"Manager" as experience does not make a manager of a product manager', () => {
    expect(decideSeniority('Product Manager', 'Manager')).toBeNull();
    expect(decideSeniority('Product Manager', 'Director')).toBe('manager');
    expect(decideSeniority('Backend Engineer', 'Manager')).toBe('manager');
  });
});

test('any string has a role', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      expect(ROLE_SLUGS).toContain(classifyTitle(title).role);
    }),
  );
});
