import type { Work } from '../types';

export const uxUi: Work = {
  role: 'ux-ui',
  openers: [
    'You would design {system} with the people who build it, in the same room or the same call.',
    'There is one designer for {twelve|fifteen|nineteen} developers. We would like two.',
    '{Users_cap} use this while doing something else. Design begins there.',
  ],
  duties: [
    'visit {users} and come back with drawings rather than quotes',
    'turn {nine|twelve|fifteen} fields into four',
    'draw the states that nobody asks for: empty, wrong, too long, late',
    'write the words on the buttons yourself',
    'test a sketch on five people before it is nice',
    'keep a small library of components together with the front-end people',
    'design for contrast, large type and one hand',
    'measure whether the new way is quicker, and admit it if not',
    'stay with a feature until the second version',
  ],
  seniorDuties: [
    'set the order of what is redesigned, by what hurts',
    'guard the language of the product',
    'bring up a younger designer',
  ],
  juniorDuties: ['sit in at every test and write the notes', 'design the small screens thoroughly'],
  firsts: [
    'First: the screen on which {users} spend most of the day. It was designed for a square monitor.',
    'You would begin with onboarding; one in {three|four|five} new users rings support in the first hour.',
    'The first work is a table of {data} with {eighteen|twenty-three|thirty-one} columns. Each has an advocate.',
    'Start with error messages: there are {140|210|330}, and most blame the reader.',
  ],
  juniorFirsts: ['The first weeks are for an inventory: every button we have, and why.'],
  helps: [
    'designed for people at work',
    'written interface text and cut it by half',
    'understood enough HTML to argue',
    'run tests with people who were nervous',
    'changed course after watching someone',
  ],
  nots: [
    'You will not make pitch decks.',
    'There is no handover; there is a conversation that lasts.',
    'We do not test button colours.',
  ],
  measures: [
    'Time on task is measured twice a year, and it is your figure.',
    'If support sends you a cake, it worked.',
  ],
  flavours: [
    {
      name: 'Figma',
      title: 'product designer',
      base: 'figma ux-design prototyping',
      more: 'ux-research design-systems web-accessibility usability-testing ui-design',
    },
    {
      name: 'research',
      title: 'UX researcher',
      base: 'ux-research usability-testing',
      more: 'figma prototyping statistics web-accessibility ux-design',
    },
    {
      name: 'Figma',
      title: 'UX/UI designer',
      base: 'ux-design ui-design figma',
      more: 'prototyping design-systems web-accessibility html css wireframing',
    },
  ],
};

export const productManager: Work = {
  role: 'product-manager',
  openers: [
    'You would decide, with a team of {six|seven|nine}, what {system} does next and what it stops doing.',
    'Product management here is mostly listening, then a short text.',
    'The team can build nearly anything. It needs someone to say which thing.',
  ],
  duties: [
    'spend a day each fortnight where {users} work',
    'write problems down in a page, without the solution in the title',
    'put things in order, and stand by the order',
    'say no to the loudest customer, and ring them yourself',
    'follow the figures of {system} and know which ones lie',
    'test ideas with cardboard before code',
    'agree prices, dates and promises with sales before they are made',
    'remove a feature each quarter',
    'tell everyone what shipped and whether it helped',
  ],
  seniorDuties: [
    'hold a direction for two years and revise it once',
    'teach two product colleagues to write less',
  ],
  juniorDuties: [
    'own a small part of {system} outright',
    'run the interviews and summarise them in ten lines',
  ],
  firsts: [
    'The first months go to one question: why do a {fifth|quarter|third} of new {users} never come back?',
    'You would begin by sorting {240|310|470} wishes into a dozen problems.',
    'First decision: two modules do nearly the same. One must go, and each has friends.',
    'Start with pricing. It has {nine|eleven|fourteen} exceptions that somebody promised once.',
  ],
  juniorFirsts: [
    'You would start by answering support for two weeks. The backlog makes more sense afterwards.',
  ],
  helps: [
    'stopped a project and been thanked later',
    'worked with regulated things',
    'written clearly under pressure',
    'known the trade of {users} from the inside',
    'been a developer, a nurse, a dispatcher or anything with consequences',
  ],
  nots: [
    'You will not write tickets for others to execute.',
    'There is no roadmap with dates beyond a quarter.',
    'You will not manage people.',
  ],
  measures: [
    'At the end of a year the product should have fewer parts and more users.',
    'The team should be able to say in a sentence why they work on what they work on.',
  ],
  flavours: [
    {
      name: 'product management',
      title: 'product manager',
      base: 'product-discovery ux-research',
      more: 'product-roadmaps sql agile ab-testing stakeholder-management jira',
    },
    {
      name: 'product ownership',
      title: 'product owner',
      base: 'product-discovery scrum',
      more: 'agile jira user-stories stakeholder-management sql',
    },
  ],
};

export const projectManager: Work = {
  role: 'project-manager',
  openers: [
    'You would bring {system} from agreement to use, with a date that somebody else has announced.',
    'We need a person who keeps a plan true, which means changing it.',
    'Several teams, one supplier and {users}: the project needs somebody in the middle who writes things down.',
  ],
  duties: [
    'keep a plan of one page, right as of today',
    'find out early what will be late, and tell those who need to know',
    'run meetings that end before their time',
    'follow decisions until they have happened',
    'deal with suppliers by contract and with people by name',
    'watch the budget monthly, to the invoice',
    'prepare go-live with a list, a rehearsal and a way back',
    'protect the team from the fourth report',
  ],
  seniorDuties: [
    'run two projects that depend on each other',
    'negotiate scope with the customer’s director',
  ],
  juniorDuties: [
    'keep the open-points list and chase it with charm',
    'run a small rollout from beginning to end',
  ],
  firsts: [
    'The project has been running for {five|seven|nine} months and is {four|six|eight} weeks late. You would begin by finding out which weeks matter.',
    'First: a rollout to {nine|fourteen|twenty-two} sites, of which two have been done and documented.',
    'You would start with a supplier who delivers on time, but not what was ordered.',
    'The opening task is a plan for next year with half of the people it assumes.',
  ],
  juniorFirsts: ['You would begin beside a colleague on a running project, and take over its second half.'],
  helps: [
    'stopped a meeting series',
    'delivered something late and kept the trust',
    'worked with public tenders',
    'been on the other side of the table',
    'learned enough of the technology to notice nonsense',
  ],
  nots: [
    'You will not report the same status to three committees; there is one.',
    'No one is “resources” here.',
  ],
  measures: [
    'We ask {users} three months after go-live. That is the mark.',
    'A plan that changed often, in small steps, and in public.',
  ],
  flavours: [
    {
      name: 'project management',
      title: 'IT project manager',
      base: 'it-project-management stakeholder-management',
      more: 'grc jira prince2 agile asset-management ms-project',
    },
    { name: 'Scrum', title: 'scrum master', base: 'scrum agile', more: 'jira kanban okrs confluence' },
    {
      name: 'delivery',
      title: 'delivery manager',
      base: 'it-project-management agile',
      more: 'kanban stakeholder-management jira grc confluence',
    },
  ],
};

export const businessAnalyst: Work = {
  role: 'business-analyst',
  openers: [
    'You would find out how {users} really work, and write it so that a developer can build it.',
    'Between the people who know {data} and the people who know databases there is a chair.',
    'Analysis at {company} means asking the same question of three people and enjoying the difference.',
  ],
  duties: [
    'watch the work before writing about it',
    'describe processes in a form both sides can correct',
    'find the rule behind “we have always done so”',
    'write acceptance examples with actual {data}',
    'check that what was built is what was meant',
    'keep the glossary, and use it',
    'map what changes for whom, and tell them',
    'query the database yourself to see how often a case occurs',
    'prepare decisions with two options and a price',
  ],
  seniorDuties: [
    'take a whole area, with its contradictions',
    'moderate between departments that do not speak',
  ],
  juniorDuties: ['document one process completely, exceptions included', 'write test cases from interviews'],
  firsts: [
    'First comes a process of {nine|thirteen|seventeen} steps, {four|five|six} of which exist because of a system switched off in 2015.',
    'You would begin with the exceptions: {12|18|23} per cent of cases leave the standard path, and nobody has asked why.',
    'The first job is a new law, {40|60|90} pages long, with effects on {system} that have to be found.',
    'Start with interviews: eleven people, one form, eleven ways to fill it in.',
  ],
  juniorFirsts: ['You would start with the glossary. Four words in it mean two things each.'],
  helps: [
    'done a job before analysing it',
    'written a requirement that was short',
    'used SQL to end an argument',
    'drawn processes on brown paper',
    'said “we need not build this”',
  ],
  nots: [
    'You will not write eighty-page specifications.',
    'There is no wall between you and the developers.',
  ],
  measures: [
    'The figure is rework: a {fifth|quarter|third} of what we build is built twice.',
    'People from the departments should ask for you by name.',
  ],
  flavours: [
    {
      name: 'analysis',
      title: 'business analyst',
      base: 'requirements-engineering user-stories',
      more: 'sql bpmn gap-analysis jira stakeholder-management uml',
    },
    {
      name: 'systems analysis',
      title: 'systems analyst',
      base: 'requirements-engineering uml sql',
      more: 'rest bpmn gap-analysis confluence jira',
    },
  ],
};

export const technicalWriter: Work = {
  role: 'technical-writer',
  openers: [
    'You would write what people read when {system} does not do what they expect.',
    'Our documentation is correct and unkind. We look for somebody to do half of that again.',
    'There are {three|four|six} hundred pages about {system}; about eighty are read.',
  ],
  duties: [
    'write guides you have tried yourself, on a clean machine',
    'interview engineers and keep what matters',
    'review the words in the product',
    'delete pages that are no longer true',
    'keep examples running in the build',
    'look at what readers search for and fail to find',
    'write release notes a customer would read',
    'build the reference from the source, and the explanation by hand',
  ],
  seniorDuties: ['set the structure and the voice, in two pages', 'teach engineers to write the first draft'],
  juniorDuties: ['take over the release notes from the first month'],
  firsts: [
    'First: the installation guide. Support reads it aloud to {four|six|nine} customers a week.',
    'You would begin by following the getting-started page as a stranger, and noting each sigh.',
    'The first job is a page of known faults, honest and searchable.',
  ],
  juniorFirsts: ['You would begin by testing ten old guides and mending what fails.'],
  helps: [
    'documented something dull beautifully',
    'read code well enough to check a claim',
    'kept docs in version control',
    'written in English for those who learned it late',
  ],
  nots: ['You will not write marketing.', 'No one hands you screenshots to caption.'],
  measures: [
    'Support calls that end with a link are counted. It is {one in nine|one in seven|one in six} now.',
  ],
  flavours: [
    {
      name: 'Markdown',
      title: 'technical writer',
      base: 'technical-writing markdown git',
      more: 'rest html openapi confluence python docs-as-code',
    },
  ],
};
