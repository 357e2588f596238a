import type { Work } from '../types';

export const erp: Work = {
  role: 'erp',
  openers: [
    'You would work on {lang} for {users}, in projects that end.',
    'An ERP is where a firm keeps its habits. You would change a few, with permission.',
    'The seat is on {system} and on the numbers that come out of it.',
  ],
  duties: [
    'configure before you program, and explain the difference',
    'run workshops in which {users} say what they do',
    'migrate {data} three times in test and once in earnest',
    'write small extensions that survive the next upgrade',
    'look after the interfaces on both sides',
    'stand beside people in the first week after go-live',
    'close the month with accounting, and find what hindered it',
    'document settings so that a stranger could repeat them',
  ],
  seniorDuties: ['own a module across several projects', 'talk a customer out of a modification'],
  juniorDuties: [
    'learn one module at a time, on real tickets',
    'prepare the test data and the tests for a colleague’s go-live',
  ],
  firsts: [
    'The first project is a stocktake that takes {two|three|four} days and should take one.',
    'You would begin with {forty|sixty|ninety} home-made reports. Users need about a third.',
    'First: master data. One supplier exists {three|five|seven} times, with different terms.',
    'Start with invoices that stop for approval; {one in six|one in five|one in four} waits longer than its discount.',
  ],
  juniorFirsts: ['You would start in second-line support, where the system shows its real face.'],
  helps: [
    'seen a go-live from inside the warehouse',
    'understood double entry',
    'read ABAP, AL or Apex written by someone who had left',
    'worked in the trade before the software',
    'migrated data from spreadsheets with feelings in them',
  ],
  nots: [
    'You will not be sent to a customer alone in the first half-year.',
    'There are no sales targets on consultants.',
  ],
  measures: [
    'Tickets in the month after go-live, compared with the last project.',
    'When the month closes {two|three} days earlier, it worked.',
  ],
  flavours: [
    {
      name: 'SAP',
      title: 'SAP consultant',
      needs: 'sap',
      base: 'sap',
      more: 'sap-hana abap sap-s4hana sapui5 sql gap-analysis',
    },
    {
      name: 'ABAP',
      title: 'ABAP developer',
      needs: 'abap',
      base: 'abap sap',
      more: 'sap-hana sapui5 sql rest',
    },
    {
      name: 'Dynamics 365',
      title: 'Dynamics 365 consultant',
      needs: 'dotnet',
      base: 'dynamics-365 sql',
      more: 'power-bi c-sharp power-automate azure gap-analysis',
    },
    {
      name: 'Salesforce',
      title: 'Salesforce developer',
      needs: 'salesforce',
      base: 'salesforce apex',
      more: 'javascript sql lightning-web-components rest',
    },
    {
      name: 'ERP',
      title: 'ERP application specialist',
      base: 'erp sql',
      more: 'excel gap-analysis power-bi stakeholder-management',
    },
  ],
};

export const itSupport: Work = {
  role: 'it-support',
  openers: [
    'You would be the voice that {users} hear when it does not work.',
    'Support at {company} is a trade with its own pride, and its own coffee machine.',
    'People come to you with a broken thing and a deadline.',
  ],
  duties: [
    'answer calls and tickets, and end most of them yourself',
    'prepare laptops and phones so that the first day is a good one',
    'write down each solution the second time you need it',
    'visit the desk when words do not help',
    'recognise an outage in the third similar call',
    'keep the stock of spares honest',
    'explain without teaching',
    'pass on to second line what belongs there, with all it needs',
    'walk new colleagues through their first hour',
  ],
  seniorDuties: [
    'plan the shifts and the training of the desk',
    'look for the cause behind the forty most frequent calls',
  ],
  juniorDuties: ['listen in for two weeks, then take calls with a colleague beside you'],
  firsts: [
    'You would start with printing, the cause of {one call in six|one call in five|one call in four}.',
    'First: the new-starter process, which takes {six|eight|eleven} days and {five|seven|nine} signatures.',
    'The first project is a page of answers people find by themselves; we have the questions of three years.',
    'To begin with, {120|180|260} laptops are due for exchange before the year ends.',
  ],
  juniorFirsts: ['The first month is the telephone, with a headset for two.'],
  helps: [
    'stayed friendly on a Monday',
    'worked in a shop, a ward or a call centre',
    'taken a laptop apart',
    'known Windows from the wrong side',
    'spoken a second language with someone upset',
  ],
  nots: ['You will not be measured on call length.', 'There is no script to read out.'],
  measures: [
    'Seven calls in ten should end with you. It is six now.',
    'We read the comments people leave, the good ones aloud.',
  ],
  flavours: [
    {
      name: 'service desk',
      title: 'IT support specialist',
      base: 'service-desk windows active-directory',
      more: 'microsoft-365 itil jira networking hardware-support',
    },
    {
      name: 'second line',
      title: 'second-line support engineer',
      base: 'troubleshooting linux sql',
      more: 'windows networking jira bash itil',
    },
    {
      name: 'service desk',
      title: 'service desk agent',
      base: 'troubleshooting windows',
      more: 'microsoft-365 servicenow itil active-directory',
    },
  ],
};

export const architect: Work = {
  role: 'architect',
  openers: [
    'Someone should be able to draw {system} from memory, and be right. That would be you.',
    'An architect here still opens an editor, at least on Tuesdays.',
    'You would hold the long view for {three|four|five} teams that are busy with the short one.',
  ],
  duties: [
    'write decisions down with the options that lost',
    'draw boundaries between teams and their data',
    'build the risky tenth of a thing to see whether the rest is possible',
    'read code in all teams, weekly',
    'choose dull technology, and say for what it will not do',
    'keep a map of what depends on {system}',
    'prepare the ground for laws and standards before they arrive',
    'spend a fifth of the time taking parts away',
  ],
  seniorDuties: [
    'answer to the board for what it will cost to stay and to move',
    'help leads grow into not needing you',
  ],
  juniorDuties: [],
  firsts: [
    'The first question is whether {system} should be split. Half of the house thinks so; you would look at the figures.',
    'You would begin with {two|three|four} services that share a database and pretend otherwise.',
    'First: a plan to leave a supplier, priced, with a date on which we could still turn back.',
    'Start with an honest drawing. The current one shows what was intended in {2017|2018|2019}.',
  ],
  juniorFirsts: [],
  helps: [
    'undone an earlier decision and said so',
    'run in production what was first a drawing',
    'worked with data that has to last decades',
    'persuaded by prototype',
    'inherited a large old system and grown fond of it',
  ],
  nots: [
    'You will not approve pull requests from above.',
    'There is no architecture board; there is a Thursday hour, open to all.',
  ],
  measures: [
    'In two years there should be fewer systems.',
    'Teams should be able to release without asking each other. Today {two|three|four} pairs cannot.',
  ],
  flavours: [
    {
      name: 'Java',
      title: 'software architect',
      needs: 'java',
      base: 'java system-design microservices',
      more: 'kafka kubernetes ddd postgresql aws spring-boot',
    },
    {
      name: 'C#',
      title: 'software architect (.NET)',
      needs: 'dotnet',
      base: 'dotnet c-sharp system-design',
      more: 'azure microservices ddd sql-server',
    },
    {
      name: 'C++',
      title: 'systems architect',
      needs: 'c-plus-plus',
      base: 'c-plus-plus system-design',
      more: 'linux python embedded-systems uml docker',
    },
    {
      name: 'cloud',
      title: 'solution architect',
      base: 'system-design',
      more: 'aws kubernetes microservices postgresql terraform ddd',
    },
  ],
};

export const engineeringManager: Work = {
  role: 'engineering-manager',
  openers: [
    'You would lead the {seven|eight|eleven} people who build {system}, and be answerable for their week.',
    'The team is good and slightly tired. It needs someone who notices both.',
    'We promote rarely from outside; this time nobody inside wanted to stop coding.',
  ],
  duties: [
    'talk with each of your people for half an hour a week, about them',
    'hire slowly and explain each refusal',
    'see that the important thing is worked on, and the loud thing is answered',
    'keep promises to other departments few and kept',
    'take part in incidents as the one who writes and phones',
    'review pay once a year with a table open to the team',
    'know the code well enough to tell hard from slow',
    'end work that no longer makes sense',
  ],
  seniorDuties: ['plan the shape of the department two years ahead', 'give hard feedback early, in private'],
  juniorDuties: [],
  firsts: [
    'The first months are for two hires and one long-delayed decision about {system}.',
    'You would begin by halving the meetings. The team has {eleven|fourteen|seventeen} hours a week of them.',
    'First: on-call. The load falls on {two|three} people, who have stopped complaining, which is worse.',
  ],
  juniorFirsts: [],
  helps: [
    'managed people who knew more',
    'dismissed someone decently',
    'written code for long enough to miss it',
    'taken over a team after a popular lead',
    'protected time and shown what came of it',
  ],
  nots: ['You will not code on the critical path.', 'There is no stack ranking, and there will not be.'],
  measures: [
    'People should stay, grow and occasionally leave for something larger.',
    'After a year, your holidays should be uneventful.',
  ],
  flavours: [
    {
      name: 'leadership',
      title: 'engineering manager',
      base: 'people-management agile',
      more: 'system-design change-management okrs stakeholder-management kubernetes ci-cd',
    },
    {
      name: 'leadership',
      title: 'head of engineering',
      base: 'people-management stakeholder-management',
      more: 'change-management asset-management system-design agile okrs',
    },
  ],
};

export const other: Work = {
  role: 'other',
  openers: [
    'Not everyone at {company} writes software, which is why it works.',
    'This is a post beside the IT desks rather than at one.',
  ],
  duties: [
    'keep the office running, from the post to the fire drill',
    'prepare contracts and see them signed',
    'look after travel, visits and the calendar of four people',
    'deal with suppliers, invoices and the lift',
    'welcome new colleagues with a working badge and a plan',
    'organise the two company weeks and their bus',
    'keep records in the way auditors like',
  ],
  seniorDuties: ['hold the budget for the office'],
  juniorDuties: ['learn the ropes with a colleague who has done it for nine years'],
  firsts: [
    'The first months contain an audit of contracts, of which some are in a cupboard.',
    'You would start with the move of one floor, with {forty|sixty|eighty} desks and strong opinions.',
  ],
  juniorFirsts: ['You would begin at the reception, where all threads meet.'],
  helps: [
    'run an office full of engineers',
    'stayed polite to a courier at seven',
    'kept a budget',
    'worked in two languages',
  ],
  nots: ['You will not make coffee for meetings; everyone makes their own.'],
  measures: ['It works when nobody has to ask.'],
  flavours: [
    {
      name: 'office management',
      title: 'office manager',
      base: 'excel microsoft-office microsoft-365',
      more: 'asset-management stakeholder-management',
    },
    {
      name: 'recruitment',
      title: 'technical recruiter',
      base: 'change-management microsoft-office excel',
      more: 'stakeholder-management microsoft-365',
      duties: [
        'write offers that are true and short',
        'talk to engineers about their work and understand most of it',
      ],
    },
    {
      name: 'accounting',
      title: 'payroll and contracts specialist',
      base: 'excel microsoft-office microsoft-365',
      more: 'asset-management erp',
      duties: ['pay {60|90|140} people on the right day'],
    },
  ],
};
