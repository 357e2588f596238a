import type { CompanySource } from './types';

export const iberia: CompanySource[] = [
  {
    key: 'almendro-viajes',
    name: 'Almendro Viajes',
    short: 'Almendro',
    country: 'ES',
    cities: ['Barcelona', 'Palma'],
    size: '201-500',
    founded: 2009,
    stack: 'php symfony go mysql elasticsearch redis react typescript gcp kubernetes',
    benefits: ['Summer hours', 'Ten nights a year in partner hotels', 'Private health care'],
    works: 'hybrid',
    users: 'small hotels',
    data: 'room rates',
    about:
      'We fill rooms for 6,200 family hotels around the Mediterranean, most with fewer than forty beds. Our promise to them is nine per cent, not twenty. 260 people in Barcelona and Palma.',
    candid: [
      'August is on fire, each year, and we plan as if it were not.',
      'Five hundred hotels still confirm by telephone, and someone rings them.',
      'The PHP monolith is friendlier than its reputation, but it is a monolith.',
    ],
    hiring: [
      'A half-hour call, a technical talk without whiteboard, a coffee with the team.',
      'If it is a no, you get a reason you can use.',
    ],
    terms: [
      'From June to September work ends at three.',
      'You may spend a month in Palma, in a flat of ours.',
    ],
    teams: [
      {
        area: 'availability',
        system: 'the availability cache',
        hires: 'backend devops data-engineer database-administrator',
        text: 'Forty million questions a day, mostly from people who will not book. The cache answers within 60 milliseconds and must not sell a room twice. Last summer it did so 31 times, down from 400.',
        project:
          'Prices for stays over a month boundary are computed twice and disagree in the third decimal. Find out which is right.',
      },
      {
        area: 'hotelier tools',
        system: 'the hoteliers’ calendar',
        hires: 'full-stack frontend ux-ui product-manager qa',
        text: 'Doña Carmen runs eleven rooms in Sóller and does our calendar on her telephone, between breakfasts. She is real, she is on the test panel, and she is merciless. Seven people build for her.',
        project: 'Blocking a room for a cousin takes nine taps. She has counted.',
      },
      {
        area: 'demand',
        system: 'the price advice',
        hires: 'data-scientist machine-learning data-analyst other',
        text: 'Hotels ask what to charge on the second weekend of October. The advice is a number and a reason. It is followed 58 per cent of the time; we read the remarks on the rest.',
        project:
          'The model has never heard of a school strike in Lyon. Add a calendar of other people’s calendars.',
      },
    ],
  },
  {
    key: 'ciguena-solar',
    name: 'Cigüeña Solar',
    short: 'Cigüeña',
    country: 'ES',
    cities: ['Sevilla', 'Madrid'],
    size: '51-200',
    founded: 2014,
    stack: 'python django timescaledb postgresql aws react typescript mqtt c',
    benefits: ['Flexible August', 'Solar panels at cost', 'Meal card'],
    works: 'remote',
    users: 'solar park owners',
    data: 'inverter readings',
    about:
      'We watch 380 solar parks in Andalucía and Extremadura and ring somebody when a string goes dark. 2.1 million panels, and storks on many of the masts. 92 people in Sevilla, a few in Madrid.',
    candid: [
      'Inverter makers document their protocols in the spirit of poetry.',
      'Heat kills our field boxes; the good ones live six years.',
      'The Sevilla office moves in spring, and nobody likes the new place yet.',
    ],
    hiring: [
      'A conversation in Spanish or English, and a small exercise on real readings.',
      'We visit a park with finalists, early, with water.',
    ],
    terms: ['In July and August we start at seven and end at two.', 'Storks have right of way.'],
    teams: [
      {
        area: 'park monitoring',
        system: 'the park monitor',
        hires: 'backend data-engineer embedded full-stack network',
        text: 'Nine makes of inverter, 54,000 devices, a reading every five seconds. The monitor knows within three minutes that a fuse has gone near Mérida. Eight people, two of them electricians.',
        project:
          'One maker’s devices restart at sunset and send the day again. We count some sunshine twice.',
      },
      {
        area: 'maintenance planning',
        system: 'the crew planner',
        hires: 'full-stack data-scientist mobile project-manager business-analyst',
        text: 'Twenty crews, 380 parks, 44 degrees. The planner decides who drives where and what they carry. It saved 90,000 kilometres last year, by not sending people for dust that rain would wash away.',
        project: 'Crews lose signal at half of the parks. The tablet must work all day without it.',
      },
    ],
  },
  {
    key: 'brezo-semi',
    name: 'Brezo Semiconductores',
    short: 'Brezo',
    country: 'ES',
    cities: ['Málaga', 'Valencia'],
    size: '51-200',
    founded: 2013,
    stack: 'c c-plus-plus vhdl python linux rtos git jenkins',
    benefits: ['Patent bonus', 'Relocation paid', 'Sea view from the lab, partly'],
    works: 'onsite',
    users: 'meter makers',
    data: 'radio measurements',
    about:
      'Radio chips for water and gas meters: one milliwatt, twenty years, no excuses. Ninety engineers in Málaga and Valencia. Two chips are on the market, the third is on the bench.',
    candid: [
      'A mistake in silicon costs four months and half a million euros. Reviews are long.',
      'Licences for design tools are shared, and the queue is visible.',
      'Our documentation assumes that you were in the room.',
    ],
    hiring: [
      'Bring a schematic or a piece of driver code you are fond of.',
      'One day in the lab, with two people of the team and a broken board.',
    ],
    terms: [
      'Relocation is paid, with a Spanish course.',
      'A granted patent is worth 4,000 euros to those on it.',
    ],
    teams: [
      {
        area: 'radio firmware',
        system: 'the radio stack',
        hires: 'embedded qa technical-writer architect',
        text: 'Forty kilobytes of C that must not wake up more often than needed. Eight people write it, measure it in nanoamperes, and argue about each interrupt. Eleven million meters run version two.',
        project:
          'Version three shares its timers with the customer’s own code. Draw that line so that nobody can step over it by accident.',
      },
      {
        area: 'test automation',
        system: 'the measurement rig',
        hires: 'qa embedded data-engineer system-administrator engineering-manager',
        text: 'Six racks measure chips at eleven temperatures all night. In the morning there are 90 gigabytes and one question: is it better than yesterday’s. Four people make the answer arrive with the coffee.',
        project:
          'Results live in folders named by date. A week of work lost in March was enough; they need a home.',
      },
    ],
  },
  {
    key: 'mare-baixa',
    name: 'Maré Baixa',
    short: 'Maré Baixa',
    country: 'PT',
    cities: ['Porto', 'Peniche'],
    size: '11-50',
    founded: 2016,
    stack: 'python fastapi postgresql react-native typescript gcp airflow kubernetes',
    benefits: ['Wave clause', 'Health insurance', '25 days off'],
    works: 'remote',
    users: 'fishermen, surfers and port captains',
    data: 'buoy measurements',
    about:
      'Sea forecasts for the last two kilometres, where the big models stop. Fishermen pay for it, surfers complain about it, and four port captains close their bars by it. 31 people in Porto and Peniche.',
    candid: [
      'Our numerical core is in a language older than most of us. Two people may touch it.',
      'When the swell is good, replies are slow. It is in the contract.',
      'Three buoys were stolen last year.',
    ],
    hiring: [
      'A video call, then a week’s forecast to criticise at leisure.',
      'You talk to a fisherman. He decides more than he knows.',
    ],
    terms: [
      'The wave clause: two hours a week, whenever the sea says.',
      'Salaries are open to everyone inside.',
    ],
    teams: [
      {
        area: 'coastal forecast',
        system: 'the coastal model',
        hires: 'data-scientist data-engineer machine-learning backend',
        text: 'Every six hours we take a global forecast, 43 buoys and the shape of the seabed, and say what the wave will do at the bar of Aveiro. We are right to 20 centimetres most days.',
        project:
          'Cameras on eleven piers see more than the buoys do. Turn their pictures into a wave height that a captain would believe.',
      },
      {
        area: 'apps',
        system: 'the harbour app',
        hires: 'mobile full-stack frontend product-manager qa',
        text: 'Thirty thousand phones ask at five in the morning, from boats. The app shows one screen with four numbers and a colour. Three developers; the colour took a year.',
        project:
          'Text messages still reach boats that data does not. The subscription for them is sold by fax, in effect.',
      },
    ],
  },
  {
    key: 'azulejo-servicos',
    name: 'Azulejo Serviços',
    short: 'Azulejo',
    country: 'PT',
    cities: ['Lisboa', 'Évora'],
    size: '501-1000',
    founded: 2000,
    stack: 'java dotnet sql-server azure servicenow powershell cisco salesforce angular',
    benefits: ['Language bonus', 'Health insurance', 'Transport pass'],
    works: 'hybrid',
    users: 'client companies',
    data: 'service tickets',
    about:
      'An IT services house of 780 people. We run service desks, networks and back offices in eleven languages for airlines, a brewery and two ministries. Founded over a tile shop in Lisboa, hence the name.',
    candid: [
      'Clients change their minds, and contracts let them.',
      'The desk is measured in minutes, however kindly.',
      'Promotion is quicker here than pay rises are; we are told to say so.',
    ],
    hiring: [
      'A language check of ten minutes, a practical case, a talk with the team lead.',
      'From first call to offer in eight days on average.',
    ],
    terms: [
      'A second foreign language adds 120 euros a month, a third 200.',
      'You can change client every year without applying again.',
    ],
    teams: [
      {
        area: 'service desks',
        system: 'the multilingual service desk',
        hires: 'it-support system-administrator business-analyst project-manager other',
        text: 'Three hundred people answer 41,000 tickets a month for nineteen clients. The brewery calls at five in the morning, the ministry at eleven. Good agents move on after two years, mostly upstairs.',
        project:
          'One airline’s crews lock themselves out in other time zones. Halve it, and you will be remembered.',
      },
      {
        area: 'application services',
        system: 'the application estate of two ministries',
        hires: 'backend full-stack qa erp database-administrator',
        text: 'Old applications come to us to be kept alive, then renewed in pieces. At present there are 64, in Java and .NET, with one in something else. Teams are of six and stay together.',
        project:
          'A grants system has to accept electronic identity from other EU countries by the start of the school year.',
      },
      {
        area: 'networks and cloud',
        system: 'the network estate of nineteen clients',
        hires: 'network cloud security devops engineering-manager',
        text: 'Eleven hundred switches, two clouds, and a night shift of three. Changes are made between one and four in the morning by people who have slept.',
        project:
          'Four clients pay for cloud machines that nobody has used since a project ended. Find them, gently.',
      },
    ],
  },
  {
    key: 'cortica-commerce',
    name: 'Cortiça Commerce',
    short: 'Cortiça',
    country: 'PT',
    cities: ['Porto', 'Braga'],
    size: '51-200',
    founded: 2012,
    stack: 'nodejs typescript react nextjs postgresql redis aws elasticsearch graphql',
    benefits: ['Four weeks from anywhere', 'Health insurance for children', 'Training week'],
    works: 'remote',
    users: 'shoe and furniture makers',
    data: 'orders',
    about:
      'Web shops for makers in northern Portugal: shoes, chairs, knives, cork. 740 of them sell through us to forty countries. 64 people, mostly between Porto and Braga.',
    candid: [
      'Black Friday is a siege, and we sleep in shifts.',
      'The old theme editor is loved by customers and feared by us.',
      'Two senior people left in spring. We are rebuilding that knowledge.',
    ],
    hiring: [
      'One talk about what you have made, one about what we want made.',
      'We pay for a trial day and cook lunch.',
    ],
    terms: [
      'One week a year is for learning something, alone, with no report.',
      'The repair budget is a fifth of each sprint and is really used.',
    ],
    teams: [
      {
        area: 'checkout',
        system: 'the checkout',
        hires: 'backend frontend full-stack qa security',
        text: 'Forty countries, eleven payment methods, and customs papers for a chair to Oslo. The checkout team removed a step last year and orders rose by four per cent. Five people.',
        project:
          'Returns: a shoe that comes back to Felgueiras still has to be found by hand in three lists.',
      },
      {
        area: 'shop fronts',
        system: 'the shop-front renderer',
        hires: 'frontend full-stack ux-ui devops data-analyst',
        text: 'Seven hundred and forty fronts, one renderer. A knife maker wants his page to feel like steel and load in a second in Texas. Six people give him the second half of that.',
        project: 'Product pictures are two thirds of our traffic. Serve each in the size it is seen.',
      },
    ],
  },
];
