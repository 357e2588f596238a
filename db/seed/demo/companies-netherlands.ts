import type { CompanySource } from './types';

export const netherlands: CompanySource[] = [
  {
    key: 'waterhoen',
    name: 'Waterhoen Havensoftware',
    short: 'Waterhoen',
    country: 'NL',
    cities: ['Rotterdam'],
    size: '51-200',
    founded: 2005,
    stack: 'java kotlin spring-boot postgresql kafka kubernetes azure react typescript',
    benefits: ['32- or 40-hour week, your choice', 'NS business card', 'Pension without own share'],
    works: 'hybrid',
    users: 'terminal planners',
    data: 'container moves',
    about:
      'Planning software for container terminals. A ship with 14,000 boxes arrives, and our software says which goes where and in what order. Eleven terminals between Le Havre and Riga. 105 people at the Katendrecht end of Rotterdam.',
    candid: [
      'Terminals run day and night, so the bad moments are at night.',
      'Our simulation needs a big machine, and we share one.',
      'Dutch directness is practised here; ask for it to be turned down if you need to.',
    ],
    hiring: [
      'A walk along the quay and a talk; then an assignment together, on site, of three hours.',
      'Two future colleagues must say yes. One no is a no.',
    ],
    terms: [
      'A third of us work four days, the director included.',
      'You visit a terminal in your first month, in a helmet.',
    ],
    teams: [
      {
        area: 'stowage and yard',
        system: 'the yard planner',
        hires: 'backend architect data-scientist qa machine-learning',
        text: 'A box at the bottom of a stack costs ten minutes when someone wants it. The yard planner tries to know what will be wanted. Ten developers and an operations researcher, on a codebase in which the important 4,000 lines are very well read.',
        project: 'Refrigerated boxes need plugs, and plugs are counted on paper in three terminals.',
      },
      {
        area: 'gate and rail',
        system: 'the gate system',
        hires: 'full-stack frontend embedded network business-analyst',
        text: 'Lorries book a slot, cameras read a plate, a barrier opens. At the Maasvlakte it does so 5,200 times a day. The team of six is measured in minutes of queue on the A15.',
        project:
          'Plates from five countries are misread at dusk. The camera supplier has a theory, and so should you.',
      },
      {
        area: 'operations',
        system: 'the fleet of eleven installations',
        hires: 'devops cloud database-administrator it-support engineering-manager',
        text: 'Eleven terminals, eleven installations, four of them in the customer’s own basement. Five engineers keep versions within one step of each other. That took two years, and they had a party.',
        project:
          'Two basements are ready to become clusters elsewhere. The terminal in Gdynia has asked to be first.',
      },
    ],
  },
  {
    key: 'rietveer',
    name: 'Rietveer Fietsen',
    short: 'Rietveer',
    country: 'NL',
    cities: ['Utrecht', 'Groningen'],
    size: '51-200',
    founded: 2017,
    stack: 'typescript nodejs react-native react postgresql aws python mqtt c',
    benefits: ['A bicycle, naturally', '28 days off', 'Home-work allowance'],
    works: 'hybrid',
    users: 'cyclists',
    data: 'rides',
    about:
      'Shared bicycles with real gears in 21 Dutch towns. 18,000 bicycles, 400 in a workshop on any day, three in a canal. 88 people in Utrecht and Groningen, half of them mechanics.',
    candid: [
      'The lock decides what is possible, and the lock is from 2019.',
      'Rain halves the revenue of a day. You learn not to look.',
      'Municipal contracts end all at once in 2028.',
    ],
    hiring: [
      'Ride one of our bicycles to the interview and tell us what annoyed you.',
      'Code talk on Monday, team lunch on Wednesday, contract on Friday.',
    ],
    terms: [
      'Every developer spends one day a quarter in the workshop.',
      'Pay grows by a published step each year.',
    ],
    teams: [
      {
        area: 'locks and firmware',
        system: 'the bicycle lock',
        hires: 'embedded backend qa security',
        text: 'The lock has a radio, a motor and a solar cell the size of a biscuit. It must open within two seconds and never by itself. Four engineers, one climate chamber, and a bicycle on the roof since last winter.',
        project:
          'Cold mornings: below minus six the motor stalls once in forty tries. You get the chamber for a month.',
      },
      {
        area: 'rider app',
        system: 'the rider app',
        hires: 'mobile full-stack frontend ux-ui product-manager',
        text: 'Scan, unlock, ride, lock, forget. The app team removes steps for a living. Six people; complaints are read aloud on Mondays, compliments too, when there are any.',
        project: 'Borrowing two bicycles with one account is the most wanted thing among parents.',
      },
      {
        area: 'fleet balance',
        system: 'the van planner',
        hires: 'data-scientist data-engineer data-analyst backend',
        text: 'At nine in the morning all bicycles are at the station. Nine vans move them back, on a plan made the night before. A good plan saves a van.',
        project:
          'The plan ignores events. A home match of FC Utrecht should not surprise us every second Sunday.',
      },
    ],
  },
  {
    key: 'kievit-archief',
    name: 'Kievit Archief',
    short: 'Kievit',
    country: 'NL',
    cities: ['Den Haag'],
    size: '11-50',
    founded: 2011,
    stack: 'python django elasticsearch postgresql vue typescript linux php',
    benefits: ['36-hour week', 'Thirteenth month', 'Museum card'],
    works: 'remote',
    users: 'archivists',
    data: 'scanned documents',
    about:
      'We run digital reading rooms for 47 municipal archives, and the vaults behind them. 310 million scans. A document from 1611 and a council e-mail from last week are kept by the same rules. 32 people.',
    candid: [
      'Archives think in centuries and pay in quarters.',
      'We support one browser older than your telephone, for one reading room, until 2027.',
      'The search is good; the screens around it are not yet.',
    ],
    hiring: [
      'A talk, and a task you choose from five small real ones, paid.',
      'An archivist sits in and asks the hardest question.',
    ],
    terms: [
      'Almost everyone works 32 or 36 hours.',
      'We give our code away where the customer allows, which is nearly always.',
    ],
    teams: [
      {
        area: 'reading rooms',
        system: 'the reading room',
        hires: 'full-stack frontend ux-ui qa',
        text: 'Family historians, lawyers and one novelist use it daily. A page of scans has to open in a second over village broadband. Five people build it, and publish the queries that found nothing, as a to-do list.',
        project:
          'People search by street names that no longer exist. We have the old maps and no connection between the two.',
      },
      {
        area: 'vault',
        system: 'the document vault',
        hires: 'backend system-administrator machine-learning architect technical-writer',
        text: 'Three copies in three places, each read and checked within 90 days. The vault team has lost nothing since 2011, and finds that sentence alarming to write. Four engineers.',
        project:
          'Reading seventeenth-century hands by machine is at 96 per cent on neat clerks. Most clerks were not neat.',
      },
    ],
  },
  {
    key: 'boterbloem-bank',
    name: 'Boterbloem Bank',
    short: 'Boterbloem',
    country: 'NL',
    cities: ['Amsterdam'],
    size: '501-1000',
    founded: 1999,
    stack: 'java spring-boot kotlin swift kafka oracle aws angular kubernetes python',
    benefits: ['Mortgage discount', '36-hour week', '13th month', 'Mobility budget'],
    works: 'hybrid',
    users: 'savers',
    data: 'account movements',
    about:
      'A savings bank for people who find banking dull and want it to stay so. 900,000 accounts, no branches, no shares, no credit cards. 520 people near Amsterdam Sloterdijk.',
    candid: [
      'Compliance has a veto and uses it about monthly.',
      'We moved to the cloud with more luggage than necessary.',
      'Meetings are in Dutch until someone asks; then, without fuss, in English.',
    ],
    hiring: [
      'Screening by the central bank takes three weeks after you sign; we pay from day one.',
      'Two talks and a case, all within a fortnight.',
    ],
    terms: ['Scale 10 to 12 of the banking agreement, in full.', 'Teams choose their own two office days.'],
    teams: [
      {
        area: 'accounts',
        system: 'the account core',
        hires: 'backend database-administrator qa engineering-manager architect',
        text: 'Interest is calculated each night for 900,000 accounts, to eight decimals, and explained to anyone who asks. Fourteen people in two teams. The last correction letter went out in 2016 and hangs in the corridor.',
        project:
          'Children’s accounts turn into ordinary ones on an eighteenth birthday, by hand. There are 140 birthdays a day.',
      },
      {
        area: 'fraud and screening',
        system: 'the screening engine',
        hires: 'machine-learning data-engineer data-scientist security data-analyst',
        text: 'Every payment is looked at for 90 milliseconds. Of the alarms, one in eleven is right, which is good for the trade and poor for the ten others. Nine people, three of them former investigators.',
        project:
          'Grandparents who are talked into paying strangers do not look like fraud to our model. They should.',
      },
      {
        area: 'app and web',
        system: 'the savings app',
        hires: 'mobile frontend ux-ui product-manager project-manager',
        text: 'Balance, transfer, goal: three screens, used once a week. Half of the customers are over 55, and accessibility is the first acceptance criterion, tested with people from a reading club in Zaandam.',
        project:
          'Authorising someone to help with your account takes a paper form and a copy of a passport. It should take a visit to the app by two people.',
      },
    ],
  },
];
