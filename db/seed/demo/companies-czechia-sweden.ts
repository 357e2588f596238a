import type { CompanySource } from './types';

export const czechiaSweden: CompanySource[] = [
  {
    key: 'kapradina',
    name: 'Kapradina Software',
    short: 'Kapradina',
    country: 'CZ',
    cities: ['Brno'],
    size: '201-500',
    founded: 2003,
    stack: 'java spring-boot postgresql react typescript kubernetes kafka python',
    benefits: [
      'Five weeks off plus five sick days',
      'Own brewery, small',
      'Flat hierarchy, on paper and nearly so',
    ],
    works: 'hybrid',
    users: 'ward sisters and roster planners',
    data: 'shift plans',
    about:
      'Rosters for hospitals. A ward with 31 nurses has more possible plans than the sky has stars, and about four that are fair. 240 hospitals in Czechia, Slovakia and Austria use ours. 210 people in Brno.',
    candid: [
      'Every country has its own labour law, and ours is the simple one.',
      'The solver is brilliant and badly documented.',
      'Customers ring on Friday afternoon, when the roster is due.',
    ],
    hiring: [
      'Technical talk of an hour with two colleagues, a lunch, an answer next day.',
      'You solve a small roster with a pencil; we watch how, not how fast.',
    ],
    terms: [
      'The brewery makes 200 litres a month and the list is long.',
      'Head nurses train us, once a year, for a day.',
    ],
    teams: [
      {
        area: 'roster solver',
        system: 'the roster solver',
        hires: 'backend data-scientist architect qa',
        text: 'Night after late is forbidden, two weekends in three are disliked, and Jana cannot work with Petr. The solver knows 140 such rules and finds a plan in ninety seconds. Nine people maintain both it and the peace.',
        project:
          'When someone calls in sick at five, the plan has to change as little as possible. The solver starts from nothing each time.',
      },
      {
        area: 'nurse app',
        system: 'the nurses’ app',
        hires: 'mobile frontend ux-ui product-manager full-stack',
        text: 'Nurses look at their next shift on the tram. They swap, wish and refuse there too. 48,000 people open it daily, which makes seven of us proud and careful.',
        project:
          'Wishes for Christmas open on 1 October at eight and bring the servers to their knees. It is a queue problem with feelings.',
      },
      {
        area: 'hosting',
        system: 'the hosting platform',
        hires: 'devops system-administrator security database-administrator it-support',
        text: 'Half of the hospitals run it in our rooms, half in their own. Six people look after both and drive to Olomouc when they must. They write good handover notes.',
        project: 'Upgrades of customer-run systems take an evening each. There are 120 evenings in that.',
      },
    ],
  },
  {
    key: 'lednacek-networks',
    name: 'Ledňáček Sítě',
    short: 'Ledňáček',
    country: 'CZ',
    cities: ['Praha', 'Plzeň'],
    size: '51-200',
    founded: 2001,
    stack: 'c rust linux python ansible cisco go clickhouse postgresql',
    benefits: ['Hardware lab open at night', 'Five weeks off', 'Meal vouchers'],
    works: 'hybrid',
    users: 'internet providers',
    data: 'flow records',
    about:
      'Traffic probes and routers for 90 small internet providers in central Europe. We make boxes that see forty gigabits a second and tell you which gigabit is unhappy. 110 people, our own boards, our own lab in Plzeň.',
    candid: [
      'Boards come late, then all at once.',
      'We love protocols more than dialogs, and it shows in the web interface.',
      'There is one key to the lab and a rota for it.',
    ],
    hiring: [
      'A packet capture and a quiet room. Then we compare what we saw.',
      'Talk with the team, talk with the founder, who still reviews code.',
    ],
    terms: [
      'You may publish what you find, after 60 days.',
      'Half of the firm works from Plzeň, where the beer is an argument.',
    ],
    teams: [
      {
        area: 'probes',
        system: 'the forty-gigabit probe',
        hires: 'embedded backend network data-engineer',
        text: 'Sixty million packets a second, two cores, no excuses. Seven people write the data path in C and, lately, Rust. Each nanosecond has a name in a long table on the wall.',
        project: 'IPv6 extension headers cost us eleven per cent. Two approaches failed, both written up.',
      },
      {
        area: 'operator tools',
        system: 'the operators’ console',
        hires: 'full-stack frontend ux-ui qa network technical-writer',
        text: 'A provider with four employees wants one screen at night: who is down and why. The console has 31 screens. Five people are on the way to one.',
        project: 'Alerts arrive in flocks. When a mast goes, send one, with the other 400 folded inside.',
      },
    ],
  },
  {
    key: 'jasan-robotics',
    name: 'Jasan Robotics',
    short: 'Jasan',
    country: 'CZ',
    cities: ['Ostrava', 'Brno'],
    size: '51-200',
    founded: 2015,
    stack: 'c-plus-plus ros python opencv pytorch linux docker react',
    benefits: ['Workshop for private projects', 'Five weeks off', 'Contribution to a flat'],
    works: 'onsite',
    users: 'warehouse crews',
    data: 'pallet pictures',
    about:
      'Robots that unload lorries. The boxes inside are never as drawn, and that is the whole business. 58 machines work in eleven warehouses; a hall in Ostrava has three that we are allowed to break. 96 people.',
    candid: [
      'You will carry boxes. Not many, but you will.',
      'Customer sites start at six.',
      'The first two robot generations share code with the third, and should not.',
    ],
    hiring: [
      'Half a day in the hall with the robot and two engineers.',
      'Show a thing you built, of any material.',
    ],
    terms: [
      'The workshop is open to your own projects, with a technician until eight.',
      'Travel to sites is at most five weeks a year.',
    ],
    teams: [
      {
        area: 'perception',
        system: 'the box detector',
        hires: 'machine-learning embedded data-engineer data-scientist',
        text: 'A camera looks into a dark trailer and must say where one box ends and the next begins. Black film on black boxes is our north face. The team is seven and owns a spectacular collection of boxes.',
        project: 'Sacks. The detector has never seen one, and a customer in Mladá Boleslav has 9,000 a week.',
      },
      {
        area: 'motion and safety',
        system: 'the arm planner',
        hires: 'embedded qa architect backend project-manager',
        text: 'The arm plans for 80 milliseconds and moves for two seconds, next to people. Nine engineers, one notified body, and a red button that has been pressed in earnest four times.',
        project:
          'Planning fails when a box is stuck, and the robot waits politely for ever. Teach it to wiggle.',
      },
    ],
  },
  {
    key: 'hjortron-audio',
    name: 'Hjortron Audio',
    short: 'Hjortron',
    country: 'SE',
    cities: ['Stockholm', 'Umeå'],
    size: '51-200',
    founded: 2013,
    stack: 'kotlin swift typescript react gcp kafka scala python postgresql',
    benefits: ['30 days off', 'Wellness allowance', 'Parental pay topped up to 90 %'],
    works: 'hybrid',
    users: 'listeners',
    data: 'listening sessions',
    about:
      'Audiobooks in small languages of the North: Sámi, Faroese, Meänkieli, and Swedish to pay for them. 410,000 subscribers. 86 people in Stockholm, and a studio in Umeå with a very good silence.',
    candid: [
      'Royalties are complicated because publishers are.',
      'Our recommendations like crime novels too much.',
      'In July there is nobody here.',
    ],
    hiring: [
      'Two talks, one task to discuss rather than to solve, and a fika.',
      'We say what we pay in the offer, and it is what we pay.',
    ],
    terms: [
      'The week is 38 hours in winter and 35 in summer.',
      'Narrators eat with us; lunch is quieter than elsewhere.',
    ],
    teams: [
      {
        area: 'player',
        system: 'the player',
        hires: 'mobile frontend qa ux-ui',
        text: 'People listen in tractors, on skis and in bed. The player remembers the place to the second, over three devices and a month without signal. Seven developers, evenly split over two platforms.',
        project: 'Sleep timers end in the middle of a sentence. We have the texts; end at a full stop.',
      },
      {
        area: 'catalogue and royalties',
        system: 'the royalty calculation',
        hires: 'backend data-engineer data-analyst full-stack product-manager',
        text: 'Every minute listened is owed to somebody. The calculation runs for five hours on the second of each month and pays 1,900 rights holders. A Faroese poet found our last mistake.',
        project:
          'Publishers want to see the figure grow during the month. It means doing in seconds what now takes five hours.',
      },
      {
        area: 'recommendations',
        system: 'the “what next” shelf',
        hires: 'machine-learning data-scientist devops cloud',
        text: 'With 900 Faroese books, a model cannot learn from the crowd, since there is none. Four people mix librarians’ notes with statistics. The librarians are ahead, 52 to 48.',
        project:
          'Children’s books are recommended to parents at night. It is a privacy question and a shelf question, in that order.',
      },
    ],
  },
  {
    key: 'fjallgran-skog',
    name: 'Fjällgran Skogsdata',
    short: 'Fjällgran',
    country: 'SE',
    cities: ['Umeå', 'Sundsvall'],
    size: '51-200',
    founded: 1999,
    stack: 'dotnet c-sharp postgis sql-server python azure react typescript r',
    benefits: ['Reduced hours by wish', '30 days off', 'Elk-hunting week'],
    works: 'remote',
    users: 'forest owners',
    data: 'laser scans of forest',
    about:
      'Maps and plans for forests: what grows where, when to fell, when to leave it alone. 26,000 owners and most Swedish sawmills use them. 74 people along the coast and in cottages behind it.',
    candid: [
      'Forests grow slowly, and so does the list of features.',
      'Geodata files are enormous and our tools sometimes pretend they are not.',
      'There is disagreement in the house about felling. We talk about it.',
    ],
    hiring: [
      'A call and a walk, if you are near; two calls if not.',
      'We show you a plan with a mistake in it.',
    ],
    terms: [
      'Hours may be cut to 80 per cent without giving a reason.',
      'The elk week in September is free, hunter or not.',
    ],
    teams: [
      {
        area: 'forest plans',
        system: 'the forest plan',
        hires: 'full-stack backend frontend business-analyst mobile',
        text: 'A plan says what to do with each hectare for ten years. Owners open it in the forest, with gloves on. Eight developers and two foresters make it, and the foresters win most arguments.',
        project:
          'Storm damage is drawn by hand after each gale. Suggest the outline from satellite pictures, and let the owner correct it.',
      },
      {
        area: 'remote sensing',
        system: 'the scan pipeline',
        hires: 'data-engineer machine-learning data-scientist cloud',
        text: 'Twelve terabytes of laser points each summer, and a forester who wants to know the volume of one stand. The pipeline counts 87 billion trees. Five people; one has counted some of them by foot, as a check.',
        project:
          'Bark beetle shows from above two weeks before it shows from below. Prove that, or disprove it.',
      },
    ],
  },
  {
    key: 'havsorn',
    name: 'Havsörn Orbital',
    short: 'Havsörn',
    country: 'SE',
    cities: ['Göteborg', 'Luleå'],
    size: '51-200',
    founded: 2018,
    stack: 'c rust python linux rtos kubernetes postgresql grafana ansible',
    benefits: ['Launch leave', '30 days off', 'Occupational pension'],
    works: 'hybrid',
    users: 'coastguards and ice services',
    data: 'radar images',
    about:
      'Six radar satellites the size of a suitcase, which see sea ice through cloud. Coastguards of five countries buy the pictures within forty minutes of the overpass. 83 people in Göteborg, a ground station near Luleå.',
    candid: [
      'One satellite of seven was lost. The report is on our site.',
      'Export rules decide who may see what, and hiring takes longer for it.',
      'The ground station is beautiful and far from everything.',
    ],
    hiring: [
      'A security interview is part of it and takes three weeks; everything else takes one.',
      'You read our loss report and tell us what you would have asked.',
    ],
    terms: [
      'After a launch, everyone has three days off.',
      'On-call for the satellites is one week in nine.',
    ],
    teams: [
      {
        area: 'flight software',
        system: 'the flight software',
        hires: 'embedded qa architect security',
        text: 'Two megabytes of memory, 96 minutes to an orbit, eight of them in contact. Flight software is six people, C and a growing share of Rust. You cannot press reset, or rather you can, and then you wait.',
        project: 'The next batch can reprogram its radar in orbit. Write the loader that cannot brick it.',
      },
      {
        area: 'ground segment',
        system: 'the image chain',
        hires: 'backend devops data-engineer network system-administrator',
        text: 'From antenna to coastguard in forty minutes: reception, focusing, map, delivery. It was ninety a year ago. Seven people, one antenna, and moose on the access road.',
        project: 'Eleven of the forty minutes are spent copying files between steps that could share them.',
      },
    ],
  },
];
