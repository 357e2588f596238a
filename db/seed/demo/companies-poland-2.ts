import type { CompanySource } from './types';

export const polandTwo: CompanySource[] = [
  {
    key: 'modrzew-systems',
    name: 'Modrzew Systems',
    short: 'Modrzew',
    country: 'PL',
    cities: ['Wrocław'],
    size: '51-200',
    founded: 2009,
    stack: 'kotlin spring-boot postgresql aws react typescript terraform',
    benefits: ['Remote from anywhere in Poland', 'Two company weeks a year', 'Books without asking'],
    works: 'remote',
    users: 'housing associations',
    data: 'meter readings',
    about:
      'Software for housing associations: rents, meters, repairs and the annual meeting nobody wants to chair. 4,100 buildings run on it. 85 people, spread over 30 Polish towns, with an office in Wrocław that is mostly a library.',
    candid: [
      'Our customers vote on purchases once a year, so feedback on a feature can be eleven months late.',
      'We have too many feature flags and a list of them that is nearly right.',
      'The year-end statement makes December and January heavier than the rest of the year.',
    ],
    hiring: [
      'A written exchange first: three questions by mail, answered when you like. Then one talk of an hour.',
      'You review a real pull request of ours and we argue about it.',
    ],
    terms: [
      'Twice a year everybody meets for a week, once by a lake and once not.',
      'Meetings end at three in the afternoon.',
    ],
    teams: [
      {
        area: 'meters and statements',
        system: 'the yearly statement',
        hires: 'backend data-engineer qa data-analyst',
        text: 'Once a year each of 190,000 flats gets a statement of heat and water, and once a year we learn which meters were installed upside down. The statement team has seven people and a very complete test suite, built out of past mistakes.',
        project:
          'Radio meters now report daily. The first task is a check that finds an odd reading in a week, not at the end of the year.',
      },
      {
        area: 'repairs',
        system: 'the repairs queue',
        hires: 'full-stack frontend mobile ux-ui product-manager',
        text: 'A tenant reports a dripping tap; the caretaker, the plumber and the treasurer each need to see a different part of it. The repairs queue handles 2,600 such taps on a winter Monday. Five people and a designer work on it.',
        project:
          'Caretakers asked for one thing: to close a repair from the cellar, where there is no signal. You would build that.',
      },
      {
        area: 'platform',
        system: 'the platform under all three products',
        hires: 'devops cloud security architect engineering-manager',
        text: 'Four people run what the others build on: accounts, deployment, backups and the bill. The bill went from 41,000 to 27,000 dollars a month last year without anybody noticing, which they consider their best work.',
        project:
          'Single sign-on for the forty largest associations is next, and each of them has its own idea of a directory.',
      },
    ],
  },
  {
    key: 'brzezina-retail-tech',
    name: 'Brzezina Retail Tech',
    short: 'Brzezina',
    country: 'PL',
    cities: ['Poznań'],
    size: '201-500',
    founded: 2001,
    stack: 'java postgresql ansible spring-boot kafka react android sap',
    benefits: ['Staff discount in 1,200 shops', 'Hardware lab', 'Sports card'],
    works: 'hybrid',
    users: 'shop managers',
    data: 'till receipts',
    about:
      'The tills, stock and loyalty cards of 1,200 grocery shops in western Poland. We began as the IT department of one chain and now work for four that compete with each other. Six million receipts a week, each of them checked by a tax printer.',
    candid: [
      'The tax printer decides what is possible at a till, and its manual is 800 pages long.',
      'Four rival customers means four answers to the same question.',
      'Our office is above a supermarket and smells of bread until ten. Not everyone can work like that.',
    ],
    hiring: [
      'We talk for an hour, show you a till, and ask what you would test first.',
      'Two meetings in one afternoon, so you take one day off and not three.',
    ],
    terms: [
      'Nobody deploys to shops on a Friday. This has held since 2009.',
      'You get a till at home if you want one. Most people return it.',
    ],
    teams: [
      {
        area: 'tills',
        system: 'the till software',
        hires: 'backend qa embedded it-support mobile',
        text: 'A till must work when the network is down, when the power blinks, and when somebody pays for one roll with a 200-złoty note. It runs in 7,400 places. Ten people write it and two do nothing but try to break it.',
        project:
          'Self-checkouts misjudge the weight of a leek. The scale protocol needs a rewrite, with recordings from real shops as the test.',
      },
      {
        area: 'loyalty programme',
        system: 'the loyalty engine',
        hires: 'backend data-scientist data-analyst machine-learning product-manager',
        text: 'Two and a half million cards, and a rule language in which marketing writes “third yoghurt free, except in Gniezno”. The engine answers during the beep of the scanner, in 40 milliseconds.',
        project:
          'Rules can contradict each other today and the till finds out first. Build the check that tells marketing before Thursday.',
      },
      {
        area: 'central databases',
        system: 'the database estate behind stock and prices',
        hires: 'database-administrator system-administrator devops erp',
        text: 'Prices for 1,200 shops change at four in the morning, in one transaction per shop. Fourteen clusters hold stock, prices and receipts. Three people look after them and would like to be four.',
        project:
          'Two clusters are three major versions behind. Moving them without a closed shop is the work of the first quarter.',
      },
    ],
  },
  {
    key: 'puszczyk-security',
    name: 'Puszczyk Security',
    short: 'Puszczyk',
    country: 'PL',
    cities: ['Gdańsk'],
    size: '11-50',
    founded: 2017,
    stack: 'python go elasticsearch linux rust clickhouse kubernetes',
    benefits: [
      'Paid certification, taken in working time',
      'Eight weeks of summer half-days',
      'Quiet office',
    ],
    works: 'remote',
    users: 'hospitals and waterworks',
    data: 'log events',
    about:
      'A watch service for places that cannot afford a security department: 31 hospitals, 58 waterworks, and one zoo. 44 people in Gdańsk read logs so that others can sleep. We sell no product in a box.',
    candid: [
      'Our customers’ systems are old, and advising them to replace everything is not an answer they can afford.',
      'Night shifts exist. They are shared fairly and they are still night shifts.',
      'We cannot put most of what we do in a portfolio.',
    ],
    hiring: [
      'You get a capture file and an evening, or two. Afterwards you tell us the story you found in it.',
      'References matter to us; we call two.',
    ],
    terms: [
      'A night on shift counts as a day and a half.',
      'No one works alone on an incident, also not at four in the morning.',
    ],
    teams: [
      {
        area: 'monitoring centre',
        system: 'the alert queue',
        hires: 'security it-support data-analyst technical-writer',
        text: 'Twelve analysts in three shifts look at about 900 alerts a day, down from 4,000. Each month one of them becomes a telephone call to a hospital director. The calls are written about afterwards, so that the next is shorter.',
        project:
          'You would take over the rules for the waterworks, whose control systems look like an attack to any off-the-shelf detector.',
      },
      {
        area: 'detection engineering',
        system: 'the detection pipeline',
        hires: 'backend data-engineer machine-learning security devops',
        text: 'Two billion events a day come in, and nine in ten must be thrown away within a second without regret. Five engineers decide which. Every rule has an author, a test and a date on which it is deleted unless somebody defends it.',
        project:
          'The pipeline keeps hot data for seven days. Analysts need thirty, at the same price, and there is an idea about columns that deserves a try.',
      },
    ],
  },
  {
    key: 'kormoran-marine',
    name: 'Kormoran Marine Software',
    short: 'Kormoran',
    country: 'PL',
    cities: ['Gdynia', 'Szczecin'],
    size: '51-200',
    founded: 2004,
    stack: 'c-plus-plus qt python postgresql linux docker react',
    benefits: ['A sailing day that is really a day of sailing', 'Private health care', 'Sea-trial allowance'],
    works: 'hybrid',
    users: 'bridge officers',
    data: 'radar tracks',
    about:
      'Bridge and harbour software: charts, radar overlays and pilot planning for 640 ships and nine ports. Our code is approved by a classification society, which makes it slow to change and pleasant to sail with.',
    candid: [
      'Certification means that a one-line change may take six weeks to reach a ship.',
      'A third of our code was written before its style guide.',
      'Sea trials are announced on Tuesday for Thursday.',
    ],
    hiring: [
      'You meet a captain who tests for us; she asks better questions than we do.',
      'One technical talk, one visit to the simulator.',
    ],
    terms: [
      'Days at sea are paid double and are voluntary.',
      'The office has a full-size bridge simulator and you may run it aground.',
    ],
    teams: [
      {
        area: 'charts and radar',
        system: 'the chart display',
        hires: 'embedded backend qa architect',
        text: 'The display draws a chart, 300 radar targets and the officer’s own notes at 30 frames a second, on hardware that is not replaced for twelve years. Nine developers work in C++ and Qt. A frame dropped in fog is a reportable event.',
        project:
          'A new chart standard arrives with its own drawing rules. The reader is written; the renderer is yours.',
      },
      {
        area: 'port calls',
        system: 'the pilot planner',
        hires: 'full-stack frontend business-analyst project-manager data-scientist',
        text: 'Pilots, tugs and berths in nine ports are planned on one screen, two days ahead, and replanned every twenty minutes because of weather. The team of six sits in Szczecin, across the water from its first user.',
        project:
          'Tide windows are entered by hand. They should come from the hydrographers and be wrong less often.',
      },
    ],
  },
  {
    key: 'zubr-paproc-games',
    name: 'Żubr & Paproć Games',
    short: 'Żubr & Paproć',
    country: 'PL',
    cities: ['Warszawa', 'Białystok'],
    size: '51-200',
    founded: 2012,
    stack: 'c-sharp unity c-plus-plus unreal-engine python aws figma',
    benefits: ['No crunch clause in the contract', 'Profit share per game', 'Dogs allowed'],
    works: 'hybrid',
    users: 'players',
    data: 'play sessions',
    about:
      'We make slow games about forests. The third, Under the Bison, sold 800,000 copies and paid for the fourth. 72 people in Warszawa and Białystok, and a contract clause that makes weekend work the producer’s fault.',
    candid: [
      'The fourth game is eight months late. Nobody worked weekends for it, which is part of why.',
      'Our build machine is a single point of failure called Helga.',
      'The art team outnumbers the programmers three to one and knows it.',
    ],
    hiring: [
      'We play something together for half an hour and talk about how it was made.',
      'A task of one evening, paid at 600 PLN whether we hire you or not.',
    ],
    terms: [
      'Eight per cent of each game’s profit is shared equally, cleaners included.',
      'Fridays after two belong to your own prototype.',
    ],
    teams: [
      {
        area: 'gameplay',
        system: 'the forest simulation',
        hires: 'game embedded qa engineering-manager',
        text: 'Forty thousand trees, each of which remembers being cut. Six programmers keep that inside sixteen milliseconds on a handheld console. The lynx took four months and is on screen for nine minutes.',
        project:
          'Winter is unfinished. Snow must lie on what the player has built, and melt where the player has made a fire.',
      },
      {
        area: 'online services',
        system: 'the saves and accounts service',
        hires: 'backend devops data-analyst game',
        text: 'Our games are played alone, yet saves, patches and the seasonal diary need servers. Three people run them for 200,000 players a month, on a budget an arcade would laugh at.',
        project:
          'Cross-platform saves: people begin on a console and go on in bed. Conflicts are frequent and players are unforgiving.',
      },
    ],
  },
  {
    key: 'tartak-digital',
    name: 'Tartak Digital',
    short: 'Tartak',
    country: 'PL',
    cities: ['Wrocław', 'Opole'],
    size: '11-50',
    founded: 2015,
    stack: 'php symfony typescript vue wordpress mysql figma docker',
    benefits: [
      'Six-hour day on Fridays',
      'Every hour of overtime returned',
      'Own choice of projects twice a year',
    ],
    works: 'remote',
    users: 'museums, councils and small factories',
    data: 'orders and visits',
    about:
      'A workshop of 26 people that builds websites and small systems for museums, councils and factories. We keep eleven-year-old projects alive and are proud of two of them. No client is more than fifteen per cent of our income.',
    candid: [
      'Budgets are small, so we say no to nice things and explain why.',
      'You will at some point be asked to mend something in a WordPress theme from 2016.',
      'Estimates are public inside the firm, and so are the misses.',
    ],
    hiring: [
      'One talk, one afternoon working together on a real ticket, paid.',
      'We show you three projects: a good one, a normal one and the one we avoid.',
    ],
    terms: [
      'Friday ends at two for everyone.',
      'You will deal with clients directly, without an account manager in between.',
    ],
    teams: [
      {
        area: 'client projects',
        system: 'the ticket shop of a mining museum',
        hires: 'full-stack frontend backend ux-ui project-manager',
        text: 'Teams are of three: one who designs, one who builds the front, one who builds the back, and all three answer the telephone. At present there are seven such teams and fifteen clients. The largest is a mining museum with 400,000 visitors and one ticket gate that counts twice.',
        project:
          'The museum’s ticket shop has to sell guided tours in three languages by the school holidays.',
      },
      {
        area: 'care and repair',
        system: 'the maintenance round of forty sites',
        hires: 'devops qa full-stack technical-writer other',
        text: 'Forty sites are under a maintenance contract, the oldest from 2013. Two people update, watch and slowly improve them. It is quiet work, it pays a third of our rent, and clients send cards at Christmas.',
        project:
          'Automatic updates with a picture comparison before and after: today a person clicks through forty home pages every Tuesday.',
      },
    ],
  },
  {
    key: 'miedza-agro',
    name: 'Miedza Agro',
    short: 'Miedza',
    country: 'PL',
    cities: ['Toruń', 'Lublin'],
    size: '11-50',
    founded: 2018,
    stack: 'python django postgis react-native aws tensorflow lorawan postgresql',
    benefits: ['Vegetables', 'Field days counted as work', 'Share options, explained with a spreadsheet'],
    works: 'hybrid',
    users: 'farmers',
    data: 'soil and weather readings',
    about:
      'Soil probes, satellite pictures and a blunt message at six in the morning: spray, wait, or leave it alone. 5,300 farms pay for it by the hectare. 38 people in Toruń and Lublin, four of whom farm.',
    candid: [
      'In May nobody takes holidays, in January everybody does.',
      'Probes are eaten by badgers at a rate we did not put in the business plan.',
      'We are two years from profit and will show you the sheet.',
    ],
    hiring: [
      'You visit a farm with us before the second talk. Boots are provided.',
      'A small data set by mail, and an hour to talk about what is wrong with it.',
    ],
    terms: [
      'Four days a year are spent on a field, in mud if need be.',
      'The options come with a sheet showing when they are worth nothing.',
    ],
    teams: [
      {
        area: 'field advice',
        system: 'the six o’clock message',
        hires: 'machine-learning data-scientist backend data-engineer',
        text: 'The message is one sentence long. Behind it are eleven models, four weather services and an agronomist who can overrule them all. She did so 212 times last season and was right in 180 of them.',
        project: 'Those 212 decisions are a lesson the models have not had. Start there.',
      },
      {
        area: 'probes',
        system: 'the soil probe',
        hires: 'embedded mobile qa',
        text: 'The probe lives half a metre down for six years on one battery. Its radio says nine bytes an hour. Three people design it and bury it, and each of them has driven a tractor into one.',
        project:
          'Firmware four sends readings out of order after a cold night. Reproducing it needs a freezer, and we have one.',
      },
    ],
  },
];
