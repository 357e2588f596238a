import type { CompanySource } from './types';

export const america: CompanySource[] = [
  {
    key: 'cottonwood-fork',
    name: 'Cottonwood Fork Claims',
    short: 'Cottonwood Fork',
    country: 'US',
    cities: ['Denver', 'Omaha'],
    size: '201-500',
    founded: 2004,
    stack: 'java spring-boot aws postgresql react typescript python snowflake dbt terraform',
    benefits: ['401(k) matched to 6 %', 'Four weeks of leave, taken', 'Health plan with no premium for you'],
    works: 'remote',
    users: 'county insurers',
    data: 'hail claims',
    about:
      'Crop and hail claims for 88 county insurers between Texas and Saskatchewan. A July storm brings twenty thousand in a night. 310 people, about half of them in Denver and Omaha, the others on kitchen tables across twelve states.',
    candid: [
      'July is hard. We staff for it and it is still hard.',
      'There is a mainframe feed from one insurer, and a man called Duane.',
      'Healthcare paperwork here is as bad as anywhere.',
    ],
    hiring: [
      'Recruiter call, a paid three-hour work sample, two interviews on one day.',
      'You get the rubric before the interview and your scores after.',
    ],
    terms: [
      'Four weeks off are the minimum, and managers are asked about it.',
      'Two on-site weeks a year, in Denver and in a field.',
    ],
    teams: [
      {
        area: 'claims intake',
        system: 'the intake pipeline',
        hires: 'backend full-stack qa devops engineering-manager',
        text: 'Photos, drone maps, voice mail from a tractor: intake turns it into a claim an adjuster can open. It handles 400 a day in May and 20,000 on one July night. Eight engineers.',
        project:
          'Storm nights queue for six hours at one step, which runs one claim at a time for a reason nobody remembers.',
      },
      {
        area: 'crop models',
        system: 'the yield estimate',
        hires: 'data-scientist machine-learning data-engineer data-analyst',
        text: 'How much corn would have stood here? The estimate decides what a farm is paid, and a court has read its documentation. Six people; two grew up on farms and say so often.',
        project: 'Irrigated and dry corners of one field are averaged. Farmers noticed before we did.',
      },
      {
        area: 'policy platform',
        system: 'the policy platform',
        hires: 'cloud security architect product-manager business-analyst erp',
        text: 'Eighty-eight insurers, 88 sets of forms, one platform. State regulators can ask for any page as of any date, and they do. Eleven people keep that promise cheap.',
        project:
          'Three insurers want their data in their own account. Find a design that does not end in 88 of everything.',
      },
    ],
  },
  {
    key: 'prairie-dropseed',
    name: 'Prairie Dropseed Analytics',
    short: 'Dropseed',
    country: 'US',
    cities: ['Chicago'],
    size: '51-200',
    founded: 2017,
    stack: 'python snowflake dbt airflow typescript react aws tableau spark kubernetes',
    benefits: ['401(k) matched to 5 %', 'Sixteen weeks of parental leave', 'Commuter card'],
    works: 'hybrid',
    users: 'food banks and grocers',
    data: 'shelf counts',
    about:
      'We tell grocers what will be left on Thursday and food banks what will come on Friday. 2,600 stores, 190 food banks, about 40,000 tons of food a year that gets eaten. 104 people in Chicago.',
    candid: [
      'We are paid by grocers and work for food banks too; those interests differ at times.',
      'Store data is wrong in ways that take a career to list.',
      'We let nine people go in 2024 and have hired slowly since.',
    ],
    hiring: [
      'A screen, a take-home of two hours at most, a half-day with four people.',
      'We pay 300 dollars for the take-home.',
    ],
    terms: [
      'Pay bands are in each offer, by state law and by conviction.',
      'One Friday a month is spent at a food bank, on the clock.',
    ],
    teams: [
      {
        area: 'forecasts',
        system: 'the Thursday forecast',
        hires: 'data-scientist machine-learning data-engineer backend',
        text: 'A bagged salad has five days. For each of 2,600 stores we say by Tuesday how many bags will be left. An error of one case per store is a truck on the wrong road.',
        project:
          'Holiday weeks are forecast by one person with a notebook. It is a good notebook; make it unnecessary.',
      },
      {
        area: 'pantry tools',
        system: 'the pickup board',
        hires: 'full-stack frontend mobile ux-ui product-manager data-analyst',
        text: 'Volunteers look at the pickup board in a parking lot, on their own phones, with a van running. Five of us build it, and drive for it once a month.',
        project: 'Spanish and Polish versions exist as a wish. Forty pantries have volunteers who need them.',
      },
    ],
  },
  {
    key: 'quillback-textbooks',
    name: 'Quillback Textbooks',
    short: 'Quillback',
    country: 'US',
    cities: ['Austin'],
    size: '11-50',
    founded: 2020,
    stack: 'elixir phoenix postgresql typescript react aws ruby docker',
    benefits: ['No-meeting Wednesdays', 'Health and dental', '401(k) matched to 4 %'],
    works: 'remote',
    users: 'college instructors',
    data: 'reading sessions',
    about:
      'Free college textbooks that instructors can edit, with printing at cost. 340 colleges use one of our 61 books. Grants and print margins pay for 33 of us; there is no exit planned.',
    candid: [
      'Pay is below the large firms in Austin. The hours are too.',
      'Grants come with reports, and everybody writes some.',
      'Print-on-demand fails in August, when it matters.',
    ],
    hiring: [
      'Cover letters are read, twice. Then two calls and a paid project of a day.',
      'No puzzles. We discuss a bug we have not yet fixed.',
    ],
    terms: [
      'Wednesdays have no meetings; this is enforced by the accountant.',
      'Laptops are yours after three years.',
    ],
    teams: [
      {
        area: 'editor',
        system: 'the book editor',
        hires: 'full-stack frontend backend technical-writer ux-ui',
        text: 'A chemist in Toledo changes chapter four; a chemist in Tempe keeps the old one; students cite both. The editor tracks editions the way programmers track branches, in words that a chemist accepts. Six developers.',
        project:
          'Merging two instructors’ changes to one table loses footnotes. It is a small bug in a deep place.',
      },
      {
        area: 'delivery',
        system: 'the print and download service',
        hires: 'devops backend data-analyst qa it-support',
        text: '1.3 million readers, most of them in the last week of August. Books open offline, print in eleven sizes and read aloud. Four people keep that going on a grant.',
        project: 'Formulas sound wrong when read aloud. A blind student sent a list of 41 examples.',
      },
    ],
  },
  {
    key: 'sandpiper-county',
    name: 'Sandpiper County Systems',
    short: 'Sandpiper',
    country: 'US',
    cities: ['Columbus', 'Pittsburgh'],
    size: '51-200',
    founded: 1989,
    stack: 'dotnet c-sharp sql-server angular azure powershell vmware cisco',
    benefits: ['Pension', 'Thirteen public holidays', 'Home by five'],
    works: 'onsite',
    users: 'county clerks',
    data: 'deeds and permits',
    about:
      'Software for county clerks in Ohio, Pennsylvania and West Virginia: deeds, dog licences, election rolls. 71 counties. 150 people, with an average stay of eleven years.',
    candid: [
      'Counties buy every ten years, by committee.',
      'Dress is tidy and mornings are early.',
      'We still ship two products on discs, at the request of one judge.',
    ],
    hiring: [
      'A background check is required by contract and takes ten days.',
      'One interview in person, with a clerk at the table.',
    ],
    terms: ['A real pension, vested after five years.', 'Election week is all hands; the week after is off.'],
    teams: [
      {
        area: 'land records',
        system: 'the deed index',
        hires: 'backend database-administrator business-analyst qa machine-learning',
        text: 'Who owned the corner lot in 1931? The index knows, for eleven million deeds, if the clerk spelled it right. Seven developers and two title searchers keep improving the “if”.',
        project:
          'Grantor names before 1950 exist only as pictures of indexes. Two counties have paid for them to become words.',
      },
      {
        area: 'county IT services',
        system: 'the server estate of 71 counties',
        hires: 'system-administrator network it-support security project-manager',
        text: 'Many counties have no IT staff, so they have us: nine people, three vans, one number to ring. Ransomware has knocked twice and was not let in.',
        project: 'Backups are tested in 52 counties. The other nineteen are yours.',
      },
    ],
  },
  {
    key: 'grey-heron-tills',
    name: 'Grey Heron Tills',
    short: 'Grey Heron',
    country: 'US',
    cities: ['Portland'],
    size: '51-200',
    founded: 2015,
    stack: 'go react-native typescript postgresql aws kubernetes rust react',
    benefits: ['Restaurant allowance', 'Health plan fully paid', 'Five-week sabbatical at five years'],
    works: 'remote',
    users: 'restaurant staff',
    data: 'orders and tips',
    about:
      'Tills, kitchen screens and tip sharing for restaurants with fewer than five rooms. 5,100 of them, mostly on the West Coast. 118 people, 40 of whom have waited tables.',
    candid: [
      'Friday at seven is our peak and your dinner.',
      'Tip law differs by city, and by judge.',
      'We raised money in 2021 and spent some of it on things we have since deleted.',
    ],
    hiring: [
      'Thirty minutes, then a paid half-day, then an offer or a reason.',
      'You eat at a customer’s with us. You need not pay or pretend.',
    ],
    terms: [
      'You get 100 dollars a month for eating at customers’ tables.',
      'Friday-evening on-call is paid at double rate.',
    ],
    teams: [
      {
        area: 'kitchen',
        system: 'the kitchen screen',
        hires: 'mobile embedded frontend ux-ui qa',
        text: 'Grease, steam, gloves: the kitchen screen is tapped with a knuckle. It shows what to cook and when to start it. Six people, and a test kitchen where the soup is real.',
        project:
          'When the network drops, screens and tills must go on talking among themselves. They do, for eleven minutes.',
      },
      {
        area: 'payments and tips',
        system: 'the tip ledger',
        hires: 'backend data-engineer security full-stack architect',
        text: 'Every night 61,000 people are owed a share of the tips. The ledger computes it by rules the staff voted on. An error of a dollar is found by breakfast.',
        project: 'Instant payout costs us 1.2 per cent and a prayer. Make it cost less and need no prayer.',
      },
    ],
  },
  {
    key: 'loonwater-credit',
    name: 'Loonwater Credit Union',
    short: 'Loonwater',
    country: 'CA',
    cities: ['Toronto', 'Ottawa'],
    size: '501-1000',
    founded: 1951,
    stack: 'java dotnet sql-server azure angular salesforce power-bi python kafka',
    benefits: ['Defined-benefit pension', 'Four weeks off', 'Mortgage rate for staff'],
    works: 'hybrid',
    users: 'members',
    data: 'loan applications',
    about:
      'A credit union with 260,000 members, 44 branches and a rule that a person must be able to explain any refusal. 640 people; 120 of them in technology, in Toronto and Ottawa.',
    candid: [
      'The core banking system is bought, and its vendor answers in weeks.',
      'Both official languages, everywhere, including error messages.',
      'Some branches have slower lines than your telephone.',
    ],
    hiring: [
      'Panel of three, same questions for all, feedback on request and really given.',
      'A credit and reference check at the end, with your consent.',
    ],
    terms: ['Pension from day one, which is rarer each year.', 'Every employee is a member with one vote.'],
    teams: [
      {
        area: 'lending',
        system: 'the loan decision',
        hires: 'backend data-scientist business-analyst product-manager erp',
        text: 'A beekeeper near Sudbury wants a loan for hives. The system scores it, and a person decides and must write a sentence. The team builds the part before the sentence. Nine people.',
        project:
          'Decisions for the self-employed take eight days because of three documents. Read them at the counter.',
      },
      {
        area: 'member channels',
        system: 'online banking',
        hires: 'full-stack frontend qa project-manager ux-ui',
        text: 'Online banking for 260,000 members in two languages, on a core that sleeps between one and four. Twelve people, with a branch manager on the team each quarter.',
        project: 'Joint accounts behave as if one of the two did not exist. Both have complained.',
      },
      {
        area: 'data and reporting',
        system: 'the reporting warehouse',
        hires: 'data-analyst data-engineer database-administrator security engineering-manager',
        text: 'The regulator wants 140 reports and the board wants five. They used to disagree about the number of members. Now they agree, and the six people responsible are modest about it.',
        project:
          'Branch managers still export to a spreadsheet each morning. Find out what they look for, and put it where they look.',
      },
    ],
  },
  {
    key: 'tamarack-gameworks',
    name: 'Tamarack Gameworks',
    short: 'Tamarack',
    country: 'CA',
    cities: ['Montréal'],
    size: '51-200',
    founded: 2009,
    stack: 'c-plus-plus unreal-engine python c-sharp perforce aws kubernetes',
    benefits: ['Paid overtime, seldom used', 'French lessons', 'Two weeks off at Christmas'],
    works: 'hybrid',
    users: 'players',
    data: 'frame timings',
    about:
      'Engine and porting studio: other studios’ games arrive too big, and leave running on smaller machines. 54 ports since 2009, under our name or nobody’s. 130 people in Montréal.',
    candid: [
      'Half of our work is under contracts that forbid us to name it.',
      'Deadlines belong to the client.',
      'The rendering team has strong views on tabs.',
    ],
    hiring: [
      'A capture of a slow frame and an hour to talk about it.',
      'Two people from the team, one from production, one answer in a week.',
    ],
    terms: [
      'Overtime is paid by the hour and needs a director’s signature.',
      'You may work in French or English; most people mix.',
    ],
    teams: [
      {
        area: 'porting',
        system: 'the port of the month',
        hires: 'game embedded qa project-manager',
        text: 'Twelve gigabytes of memory must become four. Teams of nine take a game apart for seven months, and give back half a second here and a texture there. It is watchmaking with explosions.',
        project:
          'A strategy game with 11,000 units arrives in January. It runs at nine frames; thirty are promised.',
      },
      {
        area: 'build farm',
        system: 'the build farm',
        hires: 'devops game system-administrator backend data-engineer',
        text: 'Forty projects, nine platforms, builds of two hours. The farm has 300 machines and a team of five, who halved the wait last year mostly by not building things twice.',
        project:
          'Shader compilation is a third of all minutes. Share the results between projects that must not know of each other.',
      },
    ],
  },
  {
    key: 'snowberry-transit',
    name: 'Snowberry Transit Data',
    short: 'Snowberry',
    country: 'CA',
    cities: ['Vancouver'],
    size: '11-50',
    founded: 2016,
    stack: 'go python postgis postgresql react typescript gcp kafka terraform',
    benefits: ['Transit pass', 'Four weeks off', 'Matched retirement savings'],
    works: 'remote',
    users: 'transit agencies',
    data: 'bus arrivals',
    about:
      'We predict when the bus comes, for 64 agencies in North America and one in Taichung. Twelve million riders see our minutes without knowing our name. 45 people, from Vancouver to St. John’s.',
    candid: [
      'Four and a half time zones make stand-ups silly, so we write instead.',
      'Agencies’ feeds break at weekends.',
      'Venture money we have not; raises are small and regular.',
    ],
    hiring: [
      'Written questions, a paid pairing session, and a chat with an agency planner.',
      'Every candidate hears back within six working days. We publish the figure.',
    ],
    terms: [
      'Four core hours a day, the rest when it suits.',
      'Once a year everybody meets somewhere with a good tram.',
    ],
    teams: [
      {
        area: 'arrival predictions',
        system: 'the arrival predictor',
        hires: 'backend machine-learning data-scientist data-engineer',
        text: 'A bus stuck behind a snowplough is a hard thing to model. We predict 1.1 million arrivals an hour and check each one afterwards. Eighty-four per cent are right to the minute; the missing ones have names.',
        project:
          'First stops of a trip are our worst, as drivers take their break there. It is a question of people, not of geometry.',
      },
      {
        area: 'agency tools',
        system: 'the agency console',
        hires: 'full-stack frontend devops product-manager technical-writer',
        text: 'Planners in small towns draw detours in the console, often the same one every parade. Seven people build it and answer the planners directly.',
        project: 'Detours should repeat, expire and be undone. Today they do one of the three.',
      },
    ],
  },
];
