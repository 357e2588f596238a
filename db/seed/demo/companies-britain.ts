import type { CompanySource } from './types';

export const britain: CompanySource[] = [
  {
    key: 'bramble-tarn',
    name: 'Bramble & Tarn Ledger',
    short: 'Bramble & Tarn',
    country: 'GB',
    cities: ['London'],
    size: '201-500',
    founded: 2013,
    stack: 'scala java kafka postgresql aws kubernetes react typescript terraform',
    benefits: ['28 days plus bank holidays', '10 % pension', 'Six months of parental leave for anyone'],
    works: 'hybrid',
    users: 'accountants',
    data: 'journal entries',
    about:
      'Double-entry bookkeeping as a service: banks and letting agents keep their books on our ledger, four billion entries so far. Nothing is ever updated, only corrected. 260 people near London Bridge.',
    candid: [
      'Month end is real. Three days in thirty are tense.',
      'We have more Scala styles than Scala services.',
      'The office is open-plan and the heating has opinions.',
    ],
    hiring: [
      'Forty minutes with an engineer, then half a day of pairing on our code, then lunch.',
      'Salary is agreed before the last stage, so nobody wastes a Thursday.',
    ],
    terms: [
      'Bonuses were abolished in 2020 and put into pay.',
      'You may decline a meeting that has no question in its invitation.',
    ],
    teams: [
      {
        area: 'core ledger',
        system: 'the ledger',
        hires: 'backend architect database-administrator qa',
        text: 'Four billion entries, each balanced by another, and a promise that the sum is nought. Eight engineers guard it. Their favourite page is the one listing every incident since 2013; there are nineteen.',
        project:
          'Reads for the largest bank now take longer than its own patience. Partition its history without a single second of wrong balance.',
      },
      {
        area: 'client money',
        system: 'the client-money statement',
        hires: 'full-stack frontend business-analyst product-manager data-analyst',
        text: 'Letting agents hold tenants’ deposits and must prove it to the penny. Our statements are what they show the auditor. The team of seven has an auditor on it, who still finds things.',
        project:
          'A tenant who moves within one agent’s portfolio appears twice. Agents have learned to live with it and should not have to.',
      },
      {
        area: 'platform',
        system: 'the deployment platform',
        hires: 'devops cloud security engineering-manager data-engineer',
        text: 'Two hundred services, sixty deployments a day, and an auditor who wants to know who approved each. Platform is nine people, with a pager that rang eleven times last quarter.',
        project:
          'Approval records come from four tools. One page for the auditor by the autumn visit would make nine people happy.',
      },
    ],
  },
  {
    key: 'otterburn-tickets',
    name: 'Otterspool Rail Tickets',
    short: 'Otterspool',
    country: 'GB',
    cities: ['Leeds', 'York'],
    size: '51-200',
    founded: 2008,
    stack: 'dotnet c-sharp sql-server azure react typescript kotlin swift',
    benefits: ['Free rail travel in the North', '4½-day week', 'Cycle to work'],
    works: 'hybrid',
    users: 'rail passengers',
    data: 'fares',
    about:
      'We sell rail tickets for eleven operators that would rather run trains. British fares are a work of folklore, and our job is to price a journey correctly in under a second. 130 people in Leeds and York.',
    candid: [
      'Fares have rules nobody alive can explain. We keep a museum of them.',
      'The mobile apps are white-labelled eleven times, with all that implies.',
      'Bank holidays are our busy days; two people work each, for double time.',
    ],
    hiring: [
      'We give you three real journeys to price, with a pencil. Afterwards we talk about code.',
      'Two stages in one visit; trains paid, naturally.',
    ],
    terms: ['Friday ends at lunch.', 'Support rotates through the whole floor, directors included.'],
    teams: [
      {
        area: 'fares engine',
        system: 'the fares engine',
        hires: 'backend qa data-engineer architect',
        text: 'Fifty-five million fares, 1,600 restriction codes, one question: what does it cost from Goole to Penrith on a Sunday with a dog. Seven developers answer it 900 times a second. The dog is free.',
        project:
          'Split tickets are refused by four operators’ rules that were abolished in 2021. Teach the engine to forget.',
      },
      {
        area: 'passenger apps',
        system: 'the ticket app',
        hires: 'mobile frontend ux-ui qa product-manager',
        text: 'One code base for each platform, eleven brands on top. A barcode must open on a cracked screen in the rain, without signal, at a gate with a queue. Eight people, and a drawer of old telephones.',
        project: 'Season tickets still arrive by post for two operators. They will be the last two.',
      },
      {
        area: 'retail operations',
        system: 'the refund desk',
        hires: 'full-stack business-analyst it-support project-manager data-analyst',
        text: 'When a storm closes the line at Dawlish, 30,000 people want their money. The refunds team automated the easy nine tenths; the rest are stories. Six developers and four case handlers in one room.',
        project:
          'Claims by paper form still take nineteen days. Eleven of those are waiting for one person to log in.',
      },
    ],
  },
  {
    key: 'teasel-broadband',
    name: 'Teasel Broadband',
    short: 'Teasel',
    country: 'GB',
    cities: ['Bristol', 'Cardiff'],
    size: '51-200',
    founded: 2012,
    stack: 'elixir phoenix postgresql linux ansible python cisco react',
    benefits: ['Gigabit at home', '27 days plus your birthday', 'Profit share'],
    works: 'hybrid',
    users: 'village households',
    data: 'line faults',
    about:
      'Fibre for villages in the Marches and South Wales, dug with the farmers whose fields it crosses. 46,000 homes, 150 people, and a call centre that is eleven people in Cardiff who know the sheep by name.',
    candid: [
      'Budgets follow public grants, and grants follow elections.',
      'Half of our faults are agricultural.',
      'The customer portal was written by a contractor in 2014, and it knows.',
    ],
    hiring: [
      'A call, an afternoon in Bristol, and an answer the next day.',
      'We let you listen to support calls for half an hour before asking anything.',
    ],
    terms: [
      'On-call weeks are paid and come one in seven.',
      'There is no sales commission anywhere in the firm.',
    ],
    teams: [
      {
        area: 'access network',
        system: 'the access network',
        hires: 'network system-administrator security project-manager',
        text: '290 cabinets, each in a hedge. Five engineers plan, configure and wake up for them. Last year’s outage total was 61 minutes, of which forty were a badger.',
        project:
          'The core moves to a second data centre in Newport. The ring is lit; routing policy is where you come in.',
      },
      {
        area: 'customer systems',
        system: 'the ordering and fault system',
        hires: 'backend full-stack frontend qa it-support',
        text: 'From “is there fibre in my lane” to the engineer’s van takes fourteen steps in one Elixir application. Six developers keep it, and have removed two steps a year.',
        project:
          'Fault reports should tell a customer what is broken before they call. We know, usually; we just do not say.',
      },
    ],
  },
  {
    key: 'hedgerow-pharmacy',
    name: 'Hedgerow Pharmacy Systems',
    short: 'Hedgerow',
    country: 'GB',
    cities: ['Manchester'],
    size: '201-500',
    founded: 1994,
    stack: 'dotnet c-sharp sql-server angular azure power-bi python',
    benefits: ['25 days rising to 30', 'Free prescriptions, oddly', 'Volunteer days'],
    works: 'remote',
    users: 'pharmacists',
    data: 'prescriptions',
    about:
      'Dispensing software for 3,900 pharmacies in England and Scotland. A million items pass through it on a Monday. We started on green screens, and eleven customers miss them.',
    candid: [
      'Two codebases do nearly the same thing, because we bought a rival in 2017.',
      'National standards change on dates set in Leeds, not here.',
      'Nobody likes the report builder. It pays for a tenth of us.',
    ],
    hiring: [
      'Two video calls and a reference. We tell you the band before the first.',
      'You will be asked to explain a mistake. We go first.',
    ],
    terms: [
      'You may visit any of forty pharmacies that have agreed to be stared at.',
      'There is one release a fortnight, on a Wednesday.',
    ],
    teams: [
      {
        area: 'dispensing',
        system: 'the dispensing screen',
        hires: 'backend full-stack qa frontend ux-ui',
        text: 'A pharmacist checks an item in eleven seconds and trusts the screen to shout about the wrong strength, and only then. The dispensing team has ten people and a pharmacist with a veto.',
        project: 'Alerts are ignored 94 per cent of the time. Find the six per cent and silence the rest.',
      },
      {
        area: 'stock and ordering',
        system: 'the wholesaler gateway',
        hires: 'backend erp data-analyst database-administrator business-analyst',
        text: 'Shortages move quickly: on some mornings a common antibiotic vanishes by ten. Our links to seven wholesalers ask, order and substitute within the rules. Five people, and a spreadsheet we are ashamed of.',
        project: 'The spreadsheet decides on substitutes. It becomes a service, with its author beside you.',
      },
      {
        area: 'customer support',
        system: 'the support desk',
        hires: 'it-support system-administrator technical-writer data-scientist',
        text: 'Thirty-one people answer pharmacists between eight and eight. The desk fixes seven calls in ten without a developer, and would like eight. Calls are two minutes shorter than last year.',
        project:
          'Printing causes a fifth of calls. We have the logs of 3,900 printers and nobody has read them.',
      },
    ],
  },
  {
    key: 'pennywort-payroll',
    name: 'Pennywort Payroll',
    short: 'Pennywort',
    country: 'GB',
    cities: ['Edinburgh', 'Dundee'],
    size: '51-200',
    founded: 2015,
    stack: 'ruby ruby-on-rails postgresql redis react typescript aws sidekiq',
    benefits: ['Four-day week, all year', 'Enhanced parental leave', 'Home-office budget'],
    works: 'remote',
    users: 'payroll clerks',
    data: 'payslips',
    about:
      'Payroll for care homes, theatres and fishing boats: places where nobody works nine to five. 96 people pay 210,000 others. We work four days, and the fifth is not caught up in the evening.',
    candid: [
      'A four-day week makes calendars tight; meetings are short because they must be.',
      'Tax law arrives in March for April.',
      'Fishing shares are calculated by a file with a very long name.',
    ],
    hiring: [
      'A written application of ten lines, a task of ninety minutes, paid, and one talk.',
      'Three people read your application before anyone sees your name.',
    ],
    terms: [
      'Pay is by level, published on our site, and not negotiable in either direction.',
      'Once a year everybody runs a real payroll by hand.',
    ],
    teams: [
      {
        area: 'pay calculation',
        system: 'the calculation engine',
        hires: 'backend qa engineering-manager business-analyst',
        text: 'Tips, tides, sleep-in shifts and statutory everything: the engine turns them into a net figure, and can show its working line by line. Seven people; 6,400 examples are run on every change.',
        project:
          'Scottish and Welsh rates share a table that should never have been shared. Untangle it before April.',
      },
      {
        area: 'employee app',
        system: 'the payslip app',
        hires: 'frontend full-stack mobile ux-ui product-manager',
        text: 'Most people open it once a month for nine seconds. Care workers open it daily, to see whether a swapped shift was noted. Four developers and a designer, who used to be a care worker.',
        project: 'Shift swaps are agreed on paper and typed in. The app should witness them.',
      },
      {
        area: 'data and filings',
        system: 'the filing gateway',
        hires: 'data-engineer data-analyst security devops',
        text: 'On the 19th, everything must have reached the tax office. The gateway filed 1.1 million returns last year and was late with two. Both are framed in the hall.',
        project:
          'Pension providers each want a different file. There are 26 of them; you would make it one pipeline with 26 ends.',
      },
    ],
  },
  {
    key: 'saltmarsh-games',
    name: 'Saltmarsh Games',
    short: 'Saltmarsh',
    country: 'GB',
    cities: ['Brighton'],
    size: '11-50',
    founded: 2016,
    stack: 'c-plus-plus unreal-engine c-sharp unity python perforce go',
    benefits: ['Royalties from unit one', 'Sea-swimming hour', '27 days off plus a week at New Year'],
    works: 'onsite',
    users: 'players',
    data: 'matches',
    about:
      'A studio of 41 that makes co-operative games about unglamorous work: Lock Keepers, Night Ferry, Allotment. Night Ferry has 60,000 people on it most evenings. We own the studio between us.',
    candid: [
      'Brighton is expensive and we cannot mend that.',
      'Console certification fails on the first try; plan for it.',
      'Our tools are held together by one technical artist and her patience.',
    ],
    hiring: [
      'Send something playable, however small. We reply to each within a fortnight, with notes.',
      'A day in the studio, paid, with lunch on the beach if dry.',
    ],
    terms: [
      'Royalties are paid from the first copy sold.',
      'We ship at four in the afternoon on Tuesdays, never later.',
    ],
    teams: [
      {
        area: 'Night Ferry',
        system: 'the ferry’s netcode',
        hires: 'game backend qa devops',
        text: 'Sixteen players share a ferry in bad weather. If one of them sees the wave a tenth of a second late, somebody falls overboard and writes to us. Twelve people look after the game, which is five years old and growing.',
        project: 'Crews of 32 are the most requested thing. The simulation copes; the network does not.',
      },
      {
        area: 'tools',
        system: 'the level editor',
        hires: 'game full-stack technical-writer ux-ui',
        text: 'Designers place ropes, tides and gulls in our own editor. It crashes twice a day per person, by our count. Three of us work on it, and visit the people we annoy.',
        project: 'Undo is incomplete. It is a small sentence and a large job.',
      },
    ],
  },
  {
    key: 'thistledown-tutors',
    name: 'Thistledown Tutors',
    short: 'Thistledown',
    country: 'GB',
    cities: ['Cambridge'],
    size: '11-50',
    founded: 2019,
    stack: 'python django postgresql vue typescript aws pytorch docker',
    benefits: ['School-holiday hours', 'Nursery salary sacrifice', 'Learning day each month'],
    works: 'remote',
    users: 'teachers',
    data: 'homework answers',
    about:
      'Homework that explains itself: children write a wrong answer and get the question they should have been asked first. 1,400 schools use it for mathematics, 200 for Latin. 29 people, nine of them former teachers.',
    candid: [
      'Schools buy in June and pay in October; cash is careful in between.',
      'We have a Latin grammar engine that one person understands.',
      'August is empty and September is not.',
    ],
    hiring: [
      'We ask you to explain something you know well to a teacher. Then the usual talk.',
      'One call, one paid afternoon, an answer in three days.',
    ],
    terms: [
      'Hours can follow school terms, and for a third of us they do.',
      'No child’s data leaves the country or trains a model without the school’s consent.',
    ],
    teams: [
      {
        area: 'exercises',
        system: 'the exercise engine',
        hires: 'backend full-stack machine-learning technical-writer',
        text: 'Eleven thousand exercises, and for each the ways in which children get it wrong. The engine picks the next question. Two former teachers and four developers argue about it, productively.',
        project:
          'Fractions are where we lose children. A new sequence is written; make it testable on a few schools at once.',
      },
      {
        area: 'classroom',
        system: 'the teacher’s view',
        hires: 'frontend ux-ui product-manager data-scientist qa',
        text: 'A teacher looks at us for forty seconds between two lessons and wants three names. The view shows nine charts. You can see the problem.',
        project:
          'Three names on one screen, with the reason for each. Teachers from twelve schools have agreed to tell you off.',
      },
    ],
  },
  {
    key: 'lighthouse-institute',
    name: 'The Amalgamated Society of Lighthouse, Lightship, Buoy and Harbour-Signal Keepers’ Mutual Institute for the Upkeep, Digitisation and Public Understanding of Coastal Navigation Records (Holyhead & Ayr)',
    short: 'the Institute',
    country: 'GB',
    cities: ['Holyhead', 'Ayr'],
    size: '1-10',
    founded: 1887,
    stack: 'python postgresql postgis django linux typescript',
    benefits: ['Lighthouse lodging twice a year', '30 days off', 'No e-mail after six'],
    works: 'remote',
    users: 'mariners and historians',
    data: 'logbook pages',
    about:
      'Known to its nine staff as the Institute. We keep 214,000 pages of keepers’ logbooks, from 1806 to the day the last lamp was automated, and publish them with positions and weather. Climate scientists read us more than sailors do.',
    candid: [
      'Our funding is safe for four years at a time and not a day longer.',
      'The name does not fit on any form. We have stopped trying.',
      'Handwriting from 1840 will defeat you for the first month.',
    ],
    hiring: [
      'One talk with all nine of us, which is shorter than it sounds.',
      'You transcribe a page first, to see whether you enjoy it.',
    ],
    terms: [
      'Two weeks a year in a former keeper’s cottage are part of the pay.',
      'Nothing here is urgent, and we mean to keep it so.',
    ],
    teams: [
      {
        area: 'logbook archive',
        system: 'the logbook archive',
        hires: 'full-stack machine-learning data-engineer technical-writer',
        text: 'Pages are photographed in Ayr, read by volunteers, and linked to a light, a date and a wind. Three developers keep the archive, its search and 1,900 volunteers in good humour.',
        project:
          'Half of the pages name a ship that no register knows. Linking them to newspapers of the day is where you would start.',
      },
    ],
  },
];
