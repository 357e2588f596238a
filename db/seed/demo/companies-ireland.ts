import type { CompanySource } from './types';

export const ireland: CompanySource[] = [
  {
    key: 'corncrake-health',
    name: 'Corncrake Health Records',
    short: 'Corncrake',
    country: 'IE',
    cities: ['Dublin', 'Galway'],
    size: '201-500',
    founded: 2007,
    stack: 'java spring-boot postgresql kafka react typescript aws kubernetes python',
    benefits: ['Health cover for the family', 'Pension matched to 8 %', 'Eleven weeks’ paternity leave'],
    works: 'hybrid',
    users: 'family doctors',
    data: 'patient records',
    about:
      'Records for family doctors: 1,150 practices in Ireland, a few hundred in Northern Ireland, and a ferry. 230 people, most of them in Dublin, thirty by the sea in Galway.',
    candid: [
      'The old desktop client is still on 400 machines, and it prints beautifully.',
      'Two health systems on one island means doing most things twice.',
      'Dublin rents. We know; Galway is an option.',
    ],
    hiring: [
      'Three conversations, never more than two in a day, and feedback in writing.',
      'You are welcome to talk to someone who left.',
    ],
    terms: [
      'You may switch between Dublin and Galway once a year.',
      'No deployment while surgeries are open on Mondays.',
    ],
    teams: [
      {
        area: 'consultation record',
        system: 'the consultation record',
        hires: 'backend full-stack qa frontend architect',
        text: 'Twelve minutes, one patient, and a doctor who types with two fingers while listening. The record must not be in the way. Eleven people work on it; one is a GP on Tuesdays.',
        project:
          'Letters from hospitals arrive as pictures. Getting three facts out of each saves a practice an hour a day.',
      },
      {
        area: 'health data exchange',
        system: 'the exchange with hospitals and laboratories',
        hires: 'backend data-engineer security business-analyst cloud',
        text: 'Two jurisdictions, 40 hospitals, four versions of one standard. Messages may be late but never lost. The team keeps a list of every message that ever went missing; it has six lines.',
        project: 'Referrals north to south go by post today. The lawyers have finished; now it can be built.',
      },
      {
        area: 'population insight',
        system: 'the anonymised research copy',
        hires: 'data-scientist data-analyst machine-learning database-administrator',
        text: 'Practices that agree share a copy without names, and we tell them who is overdue for what. Six people. An ethics board reads each question before it is asked.',
        project:
          'Asthma recalls miss people who changed practice. Find them without finding out who they are.',
      },
    ],
  },
  {
    key: 'drumlin-data',
    name: 'Drumlin Data Centres',
    short: 'Drumlin',
    country: 'IE',
    cities: ['Cork', 'Dublin'],
    size: '51-200',
    founded: 2014,
    stack: 'linux ansible python kubernetes openstack vmware go cisco terraform prometheus',
    benefits: ['Shift premium of 25 %', 'Health insurance', 'Paid certification'],
    works: 'onsite',
    users: 'hosting tenants',
    data: 'sensor readings',
    about:
      'Four halls in County Cork and one in Dublin, cooled by rain for ten months of the year. Tenants are banks, two broadcasters and a dairy. 120 people keep the lights green.',
    candid: [
      'It is loud in the halls and cold in the aisles.',
      'Planning permission decides our growth, slowly.',
      'Shift handover is at seven, sharp, and nobody is charming at seven.',
    ],
    hiring: [
      'A tour of the hall, a talk with the shift lead, an answer in two days.',
      'We ask you to describe a bad night at work, in order, with times.',
    ],
    terms: [
      'Shifts are four on, four off, known a year ahead.',
      'The shift premium is a quarter of base pay and counts towards the pension.',
    ],
    teams: [
      {
        area: 'hall operations',
        system: 'the infrastructure of five halls',
        hires: 'system-administrator it-support network security',
        text: 'Someone is awake in each hall at all times. They swap disks, trace cables and are the hands of people in other countries. Last year there were 14,000 such requests, answered in eleven minutes on average.',
        project:
          'Cable records are right in four halls. The fifth was taken over from a bank, with a drawing from 2009.',
      },
      {
        area: 'private cloud',
        system: 'the tenants’ private cloud',
        hires: 'cloud devops backend architect project-manager',
        text: 'A dairy does not want to know what a hypervisor is. Seven engineers run a private cloud for 31 tenants of that kind, and write the small tools around it in Go.',
        project:
          'Nine tenants leave a licensed platform that tripled its price. Their machines have to arrive without noticing.',
      },
    ],
  },
];
