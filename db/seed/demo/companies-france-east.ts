import type { CompanySource } from './types';

export const franceEast: CompanySource[] = [
  {
    key: 'mesange-eau',
    name: 'Mésange des Eaux',
    short: 'Mésange',
    country: 'FR',
    cities: ['Lyon', 'Grenoble'],
    size: '51-200',
    founded: 2011,
    stack: 'python django postgresql timescaledb vue typescript kubernetes c',
    benefits: ['Meal vouchers', '10 RTT days', 'Ski pass half paid'],
    works: 'hybrid',
    users: 'water boards',
    data: 'flow and pressure readings',
    about:
      'We listen to water pipes. 120 towns in France and Switzerland have our microphones under their streets, and lose a fifth less water for it. 78 people in Lyon and Grenoble.',
    candid: [
      'Public customers pay after ninety days, and plan after ninety weeks.',
      'Listening to pipes is 98 per cent silence.',
      'French is needed for anything with a customer in it; we will not pretend otherwise.',
    ],
    hiring: [
      'Two talks, one technical and one about how you like to work.',
      'A short exercise, live, with the recordings of a real leak.',
    ],
    terms: ['Lunch takes an hour and is defended.', 'Two days a year you go down a manhole with the crew.'],
    teams: [
      {
        area: 'leak detection',
        system: 'the leak detector',
        hires: 'data-scientist machine-learning data-engineer embedded',
        text: 'A leak hisses, a tap hisses, a tram hums. Our models tell them apart at three in the morning, when the town is quiet. Digging in the wrong place costs 4,000 euros and a mayor’s temper.',
        project:
          'Plastic pipes swallow sound. Accuracy drops from 91 to 60 per cent there, and half of France is laying plastic.',
      },
      {
        area: 'network view',
        system: 'the network map',
        hires: 'full-stack frontend backend qa product-manager',
        text: 'Operators see their pipes, valves and our suspicions on one map. A third of the valves are not where the map says. The team of six builds the tool with which crews put that right.',
        project: 'Closing a valve should show at once which streets go dry, hospital first.',
      },
    ],
  },
  {
    key: 'tournesol-mobilites',
    name: 'Tournesol Mobilités',
    short: 'Tournesol',
    country: 'FR',
    cities: ['Nantes'],
    size: '11-50',
    founded: 2018,
    stack: 'typescript nestjs react postgresql react-native aws terraform docker',
    benefits: ['Mobility package', 'Four-day week optional', 'Profit sharing'],
    works: 'remote',
    users: 'electric car drivers',
    data: 'charging sessions',
    about:
      'Charging points at village halls, bakeries and two abbeys: 3,400 of them, where large networks do not go. We write the software, answer the telephone and own none of the posts. 41 people in Nantes.',
    candid: [
      'The charging protocol has a standard and every post has an opinion on it.',
      'Cash is fine for eighteen months; after that we need the next round or a profit.',
      'The phone rings at weekends. A rota answers it, developers included, twice a year.',
    ],
    hiring: [
      'A call, a pair session on our simulator, a lunch.',
      'We decide within 48 hours, and have broken that once.',
    ],
    terms: [
      'Four days or five, changeable twice a year.',
      'A tenth of the profit goes to staff in equal parts, when there is one.',
    ],
    teams: [
      {
        area: 'charge point backend',
        system: 'the charge-point server',
        hires: 'backend devops qa security embedded',
        text: '3,400 posts keep a connection open and lose it whenever a tractor parks in front of the antenna. Five people make sure that a charge begins, ends and is paid for exactly once.',
        project:
          'Twelve makes of post, one simulator, and a bug that appears on the thirteenth. Build the recorder that lets us replay a real post.',
      },
      {
        area: 'driver experience',
        system: 'the driver’s app',
        hires: 'mobile full-stack ux-ui data-analyst it-support',
        text: 'It is raining, there is a screen you cannot read and a cable you cannot lift. The app has to be the easy part. Four people, who each charge at one of our posts every week, by rule.',
        project: 'Paying without an account is law from next year and decent already.',
      },
    ],
  },
  {
    key: 'atelier-girolle',
    name: 'Atelier Girolle',
    short: 'Girolle',
    country: 'FR',
    cities: ['Paris', 'Rennes'],
    size: '11-50',
    founded: 2010,
    stack: 'php symfony laravel vue typescript figma mysql nextjs',
    benefits: ['Cooperative share', 'Meal vouchers', '32-hour option'],
    works: 'hybrid',
    users: 'theatres, unions and publishers',
    data: 'subscriptions and bookings',
    about:
      'A cooperative studio of 23 that designs and builds for theatres, unions and publishers. Half of our work is accessible forms, which are harder than they look and more useful than anything else we make.',
    candid: [
      'Nobody here gets rich.',
      'General assemblies are long.',
      'The Paris office has five floors and no lift.',
    ],
    hiring: [
      'You meet everyone, in three small groups, over an afternoon.',
      'Bring work you disagree with, and say why it was done anyway.',
    ],
    terms: [
      'Highest and lowest pay differ by a factor of 1.8.',
      'After two years you are asked to become a member.',
    ],
    teams: [
      {
        area: 'studio',
        system: 'the box office of nine theatres',
        hires: 'full-stack frontend ux-ui project-manager backend',
        text: 'A designer, two developers and somebody who knows the client: that is a team here, and it stays for a year. Nine theatres sell from the box office we made, including to people who do not see the seating plan.',
        project:
          'Subscriptions with “choose five of twelve” rules, usable by keyboard and by the woman at the counter with a queue.',
      },
    ],
  },
  {
    key: 'barvinok-sova',
    name: 'Барвінок і Сова',
    short: 'Barvinok',
    country: 'UA',
    cities: ['Lviv', 'Kyiv'],
    size: '51-200',
    founded: 2014,
    stack: 'python django postgresql react typescript flutter aws docker dotnet',
    benefits: [
      'Generator and satellite link in both offices',
      'Reserved status where the law allows',
      '24 days off',
    ],
    works: 'remote',
    users: 'clinics and pharmacies',
    data: 'medicine stocks',
    about:
      'Barvinok i Sova writes stock and supply software for 900 clinics and pharmacies in Ukraine. It works without mains, without network and, if it must, from a telephone. 120 people in Lviv and Kyiv, with a shelter that has desks.',
    candid: [
      'Air alarms interrupt days. Nobody counts those hours.',
      'Plans are made for a quarter, not for a year.',
      'Part of the team serves, and their work is shared out among the rest.',
    ],
    hiring: [
      'Two calls, at times that suit the power schedule.',
      'A short task, returned whenever you can; nobody looks at the clock.',
    ],
    terms: [
      'Colleagues in the army stay on the payroll.',
      'Anyone may move between the Lviv and Kyiv offices at a week’s notice.',
    ],
    teams: [
      {
        area: 'medicine supply',
        system: 'the supply ledger',
        hires: 'backend full-stack data-engineer qa business-analyst',
        text: 'A hospital in Kharkiv must know which insulin is within forty kilometres. The ledger answers even if half of the sites have been dark since yesterday. Ten people, who think about merging far more than most.',
        project:
          'Sites that return after a week offline bring their own truth. The merge rules exist for pharmacies; hospitals are next.',
      },
      {
        area: 'field app',
        system: 'the pocket stock list',
        hires: 'mobile devops security ux-ui project-manager',
        text: 'A nurse with a telephone can run a pharmacy from our app for three weeks. It was written in nine days in 2022 and has been repaired since. Six people are replacing its foundations while it is walked on.',
        project:
          'Encryption on lost telephones is good; recovery for those who forget the phrase at a bad moment is not.',
      },
    ],
  },
  {
    key: 'zhuravel-poshta',
    name: 'Zhuravel Poshta',
    short: 'Zhuravel',
    country: 'UA',
    cities: ['Kyiv'],
    size: '1000+',
    founded: 2005,
    stack: 'php laravel go mysql kafka kubernetes kotlin swift react clickhouse',
    benefits: ['Health insurance', 'Parcels at no cost', 'English and German lessons'],
    works: 'remote',
    users: 'senders and couriers',
    data: 'parcels',
    about:
      'Parcels, 600,000 on a Monday, to 4,100 branches and a few hundred lockers. Some branches move with the front line. 190 of our 9,000 people are in IT.',
    candid: [
      'Peak season and blackouts like to coincide.',
      'The routing tables are corrected by people who know which bridge stands.',
      'There is more PHP than we tell conferences.',
    ],
    hiring: [
      'Screening, technical talk, talk with the lead: ten days.',
      'We tell you at the end of each step, not a week after.',
    ],
    terms: [
      'Equipment, including a power station, is sent to your home.',
      'Reviews of pay happen every half-year, with a table.',
    ],
    teams: [
      {
        area: 'routing',
        system: 'the routing service',
        hires: 'backend data-scientist architect database-administrator data-analyst',
        text: 'A parcel from Uzhhorod to Sumy has eleven ways to go, of which three exist today. Routing recalculates every twenty minutes. Twelve people, and a channel in which drivers send photographs of roads.',
        project: 'Lockers fill up at six in the evening and parcels go round again. Predict it at noon.',
      },
      {
        area: 'courier and customer apps',
        system: 'the courier app',
        hires: 'mobile frontend qa product-manager full-stack',
        text: 'Seven thousand couriers hold the app in one hand and a parcel in the other. Nine million customers have the other app, and patience for three taps. Fourteen people in two teams.',
        project:
          'Couriers type the same flat number twice. Eleven seconds, seven thousand people, forty doors a day: do the sum.',
      },
    ],
  },
  {
    key: 'kadakas-sign',
    name: 'Kadakas Sign',
    short: 'Kadakas',
    country: 'EE',
    cities: ['Tallinn'],
    size: '11-50',
    founded: 2016,
    stack: 'typescript nodejs react postgresql java kubernetes vault aws',
    benefits: ['35 days off', 'Sauna on the roof', 'Options with a ten-year window'],
    works: 'remote',
    users: 'notaries and landlords',
    data: 'signed documents',
    about:
      'Qualified signatures across borders: a flat in Tallinn, a buyer in Porto, a notary in Ghent, one document. Twenty-seven countries, each with its own card. 37 people.',
    candid: [
      'Card middleware is the worst software you will ever debug.',
      'Audits happen twice a year and are thorough.',
      'It is dark in December. The sauna helps, the documentation does not.',
    ],
    hiring: [
      'A code walk through your work or ours, and a conversation about trust.',
      'You sign the contract with our product. If it fails, we have a topic.',
    ],
    terms: [
      'Options can be exercised for ten years after leaving.',
      'August has two weeks in which nobody may release anything.',
    ],
    teams: [
      {
        area: 'signing core',
        system: 'the signing core',
        hires: 'backend security architect qa',
        text: 'Twenty-seven national cards, four standards and one promise: valid in thirty years. Six people. Whatever touches a key is reviewed by two others and a lawyer.',
        project:
          'Signatures from 2016 have to be re-stamped before their algorithm ages out. Nine million of them, quietly.',
      },
      {
        area: 'document flow',
        system: 'the signing room',
        hires: 'full-stack frontend product-manager technical-writer devops',
        text: 'Four people have to sign, one is on a boat, one has lost his card. The signing room waits, reminds and explains. Seven of us have made it dull to use, which took three years.',
        project: 'A signer should see what changed since the last version, in words a landlord reads.',
      },
    ],
  },
  {
    key: 'meripuu',
    name: 'Meripuu Observatory Systems',
    short: 'Meripuu',
    country: 'EE',
    cities: ['Tartu'],
    size: '1-10',
    founded: 2021,
    stack: 'python rust linux postgresql grafana c-plus-plus opencv',
    benefits: ['Dark-sky nights', '28 days off', 'Everyone owns shares'],
    works: 'remote',
    users: 'small observatories',
    data: 'night-sky exposures',
    about:
      'Nine people who write control software for small observatories: domes, mounts, cameras and the decision to close when it rains. Thirty domes, from Tõravere to Tenerife.',
    candid: [
      'We have no designer, no HR and one spare laptop.',
      'Hardware is remote and sometimes covered in snow.',
      'Revenue would fit in a modest flat. It has grown every year.',
    ],
    hiring: [
      'You talk to all of us; it takes a morning.',
      'Write a page about a failure you understood in the end.',
    ],
    terms: [
      'Working at night is allowed and never required.',
      'Shares vest in three years, with one class for all.',
    ],
    teams: [
      {
        area: 'dome control',
        system: 'the dome controller',
        hires: 'embedded backend data-scientist machine-learning',
        text: 'When a drop falls on the sensor, forty seconds remain to close the dome. The controller has never failed, apart from the once. All of us have read that log.',
        project:
          'Clouds can be seen coming in the all-sky camera. Close before the drop, without closing for the Moon.',
      },
    ],
  },
];
