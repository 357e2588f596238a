import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SKILLS } from '@/db/seed/skills/skills';
import { createSkillMatcher } from './skill-matcher';

const matcher = createSkillMatcher(SKILLS);
const inText = (text: string) => matcher.fromText(text).join(' ');
const inList = (text: string) => matcher.fromList(text).join(' ');

describe('plain text', () => {
  test.each([
    ['We use TypeScript, Node.js and Postgres.', 'typescript nodejs postgresql'],
    ['k8s, CI/CD and TCP/IP', 'kubernetes ci-cd tcp-ip'],
    ['PL/SQL and S/4HANA', 'pl-sql sap-s4hana'],
    ['Java8, Angular17 and Python3', 'java angular python'],
    ['C++17 or C#', 'c-plus-plus c-sharp'],
    ['熟悉Java开发', 'java'],
    ['React Native', 'react-native'],
    ['uses React. Native speakers welcome', 'react'],
    ['AWS Lambda and S3', 'aws aws-lambda s3'],
    ['Java, then Java again, and java', 'java'],
    ['Kenntnisse in Python und Docker', 'python docker'],
  ])('%s', (text, skills) => {
    expect(inText(text)).toBe(skills);
  });

  test('.NET is a word of its own', () => {
    expect(inText('.NET Core')).toBe('dotnet');
    expect(inText('C#/.NET (.NET 8)')).toBe('c-sharp dotnet');
    expect(inText('ASP.NET')).toBe('aspnet');
    expect(inText('apply at job.net or www.example.net, net salary')).toBe('');
  });

  test('addresses name no skills', () => {
    expect(
      inText('mail jobs@python.org, see github.com, https://example.com/react/python and react.dev'),
    ).toBe('');
  });

  test('at most 25, in order of appearance', () => {
    const names = SKILLS.filter((skill) => !skill.match).map((skill) => skill.name);
    const found = matcher.fromText(names.join('; '));
    expect(found).toHaveLength(25);
    expect(found[0]).toBe(SKILLS.find((skill) => !skill.match)?.slug);
  });
});

describe('words that are words too', () => {
  test.each([
    ['Go, Rust and Kubernetes', 'go rust kubernetes'],
    ['Go developer', 'go'],
    ['services written in Go', 'go'],
    ['Golang', 'go'],
    ['Backend Engineer | Mid-Senior | Go', 'go'],
    ['R or Python', 'r python'],
    ['C/C++', 'c c-plus-plus'],
    ['experience in C or similar', 'c'],
    ['Languages: R, SAS, Stata', 'r sas stata'],
    ['proficient in Excel', 'excel'],
    ['Python, react, excel', 'python react excel'],
    ['Java (Spring, Hibernate)', 'java spring hibernate'],
    ['Swift and SwiftUI', 'swift swiftui'],
    ['SQL Server, Oracle and DB2', 'sql-server oracle db2'],
    ['CAN, LIN and FlexRay', 'can-bus lin-bus'],
    ['Python\nGo\nRust', 'python go rust'],
    ['Terraform, Ansible, Chef or Puppet', 'terraform ansible chef puppet'],
  ])('%s', (text, skills) => {
    expect(inText(text)).toBe(skills);
  });

  test.each([
    'We go beyond what is asked. Go to market with us.',
    'Our Go-to-market team needs a go-getter',
    'R&D, HR, Toys R Us, (R)',
    'Series C, Part C, vitamin C, C-level and C-suite',
    'React to change. Excel at what you do. Express yourself.',
    'You excel in a fast-paced environment and react quickly',
    'Swift action by a chef in spring; the rest can wait, assembly required',
    'YOU CAN REST ASSURED THAT WE EXCEL',
    'Backed by the founders of Stripe, Notion and Linear',
    'Oracle and its partners',
    'a bold notion, a linear career, a segment of one',
    'Demi Chef de Partie in Phoenix',
    'Spring 2026 internship',
    'Salary: PHP 45,000 a month',
    'ada compliance, and access to rust-free tools',
    'a word, a make, a team, a play',
  ])('nothing in: %s', (text) => {
    expect(inText(text)).toBe('');
  });
});

describe('lists of skills', () => {
  test.each([
    ['javascript, react, nodejs', 'javascript react nodejs'],
    ['go; rest | R\nc', 'go rest r c'],
    ['React.js/Redux', 'react redux'],
    ['Python (Django, Flask)', 'python django flask'],
    ['Experience with Kubernetes', 'kubernetes'],
    ['5+ years of C# programming', 'c-sharp'],
    ['Java 17, Angular 2+', 'java angular'],
    ['react-native, github-actions, machine-learning', 'react-native github github-actions machine-learning'],
  ])('%s', (text, skills) => {
    expect(inList(text)).toBe(skills);
  });

  test.each([
    'Senior Solutions Engineer, Information Technology',
    'Java Developer, Senior Python Engineer, React Lead',
    'Account Executive, Sales, Customer Support, & Design',
    'Business Intelligence Analyst, Salesforce Administrator Jobs',
    'Experience, Skills, Programming, 5 years',
    '',
  ])('no skills in titles: %s', (text) => {
    expect(inList(text)).toBe('');
  });
});

test('any text gives known skills, each once', () => {
  const slugs = new Set(SKILLS.map((skill) => skill.slug));
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...SKILLS.flatMap((skill) => [skill.name, ...skill.aliases])),
    fc.constantFrom(' ', ', ', '/', '\n', '. ', '-', ' and ', 'İ', '(', ')', '@', '.'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const found of [matcher.fromText(pieces.join('')), matcher.fromList(pieces.join(''))]) {
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((slug) => slugs.has(slug))).toBe(true);
      }
    }),
  );
});

test('a skill is found by its name and by each alias in a list', () => {
  const lost = SKILLS.flatMap((skill) =>
    [skill.name, ...skill.aliases]
      .filter((word) => !/[,;|]/.test(word))
      .filter((word) => !matcher.fromList(word).includes(skill.slug))
      .map((word) => `${skill.slug}: ${word}`),
  );
  expect(lost).toEqual([]);
});
