import { describe, expect, it } from 'vitest';
import { readEmployment } from './employment';

const contractsOf = (title: string, employmentType?: string | string[]) =>
  readEmployment(employmentType === undefined ? {} : { employmentType }, title).contracts;

describe('the contract a title names', () => {
  it.each([
    ['Senior Developer (12 Month Contract)', 'contract'],
    ['Cloud Ops Developer (Remote - Mexico- 6-mo contract)', 'contract'],
    ['Android Engineer - SDKs (Contract - Spain or US)', 'contract'],
    ['Nurse Practitioner, Telehealth (Contract, Part-Time)', 'contract'],
    ['Backend Engineer, Contract', 'contract'],
    ['Senior DevOps Engineer  (Windows, Chef Focused) - Contract', 'contract'],
    ['Java Developer - Contract to Hire', 'contract'],
    ['ServiceNow Developer/Contractor', 'contract'],
    ['(Contractor) Senior Android Engineer', 'contract'],
    ['Senior Database Administrator (Freelancer)', 'contract'],
    ['Freelance Senior UX/UI Designer (m/w/d)', 'contract'],
    ['Freiberuflicher DevOps-Ingenieur (m/w/d)', 'contract'],
    ['Indiana Remote Licensed Therapist, 1099', 'contract'],
    ['Java Developer (B2B)', 'b2b'],
    ['Manual Tester - B2B contract for 3 months', 'b2b'],
    ['Automation Tester JavaScript - B2B 3 months', 'b2b'],
    ['.NET Developer, C2C', 'b2b'],
    ['Device Software Engineering Intern', 'internship'],
    ['Intern QA Specialist (Paid Internship)', 'internship'],
    ['Working Student Frontend Development', 'internship'],
    ['Werkstudent DevOps & Automation (m/w/d)', 'internship'],
    ['Stage – Rédaction Documentaire H/F', 'internship'],
  ])('%s: %s', (title, contract) => {
    expect(contractsOf(title)).toEqual([contract]);
    expect(readEmployment({}, title).guessed).toBe(false);
    // Hours, not contracts.
    expect(contractsOf(title, 'FULL_TIME')).toEqual([contract]);
    expect(contractsOf(title, 'PART_TIME')).toEqual([contract]);
  });

  it.each([
    'Contract Performance Manager (m/f/d) - Europe',
    'Contracts Coordinator',
    'Principal Site Contract Lead',
    'Subcontract Program Manager',
    'Contractor Relations Manager',
    'Legal Counsel - Contract, Privacy and Data',
    'Account Manager (B2B)',
    'Sales Manager B2B (m/w/d)',
    'B2B Growth Marketing - Agents',
    'Internal Audit Lead',
    'Internship Program Manager',
    'Early Stage Software Engineer',
    'Java Developer (UoP)',
  ])('%s: nothing', (title) => {
    expect(readEmployment({}, title)).toEqual({ contracts: ['employment'], partTime: false, guessed: true });
  });

  it('may be one of two', () => {
    expect(contractsOf('Java Developer (UoP/B2B)')).toEqual(['employment', 'b2b']);
    expect(contractsOf('Java Developer, B2B or UoP', 'FULL_TIME')).toEqual(['employment', 'b2b']);
  });

  it('yields to a type that states the contract', () => {
    expect(contractsOf('Contractor Senior Frontend Engineer', 'PERMANENT')).toEqual(['employment']);
    expect(contractsOf('Freelance Investment Research Analyst', 'INTERN')).toEqual(['internship']);
    expect(contractsOf('Backend Engineer, Contract', ['FULL_TIME', 'TEMPORARY'])).toEqual([
      'employment',
      'contract',
    ]);
  });

  it('leaves part time to its own words', () => {
    expect(readEmployment({}, 'Freelance Writer (part-time)')).toEqual({
      contracts: ['contract'],
      partTime: true,
      guessed: false,
    });
  });
});
