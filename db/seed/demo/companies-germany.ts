import type { CompanySource } from './types';

export const germany: CompanySource[] = [
  {
    key: 'kiebitz-energie',
    name: 'Kiebitz Energie',
    short: 'Kiebitz',
    country: 'DE',
    cities: ['Hamburg', 'Bremen'],
    size: '201-500',
    founded: 2010,
    stack: 'python kotlin kafka kubernetes postgresql timescaledb aws react typescript',
    benefits: ['30 days off', 'Deutschlandticket', 'Parental leave topped up to full pay for four months'],
    works: 'hybrid',
    users: 'grid operators and wind farms',
    data: 'quarter-hour meter values',
    about:
      'We trade and balance the power of 1,100 wind turbines and solar fields in northern Germany. A forecast goes out every fifteen minutes, and being wrong costs money by the megawatt. 240 people in Hamburg, twelve in Bremen.',
    candid: [
      'Our trading floor and our software floor have different ideas of urgent.',
      'German energy law changes more often than our architecture diagrams.',
      'There is a German test in the second interview for roles that talk to operators, and it is not easy.',
    ],
    hiring: [
      'A call, then a half-day in Hamburg with three of the team; travel is paid.',
      'We send the questions beforehand. It is not a memory test.',
    ],
    terms: [
      'Traders work shifts; engineers do not, except one week in eight.',
      'The works council is alive and reads the offers.',
    ],
    teams: [
      {
        area: 'forecasting',
        system: 'the feed-in forecast',
        hires: 'data-scientist machine-learning data-engineer backend',
        text: 'Wind over the North Sea does not read our model. Every quarter of an hour we publish what 1,100 turbines will deliver tomorrow; last year’s mean error was 3.8 per cent. A tenth of a point is worth about 400,000 euros.',
        project:
          'Icing is our worst week. There are three winters of blade-sensor data that no model has seen yet.',
      },
      {
        area: 'grid communication',
        system: 'the redispatch gateway',
        hires: 'backend devops security business-analyst architect',
        text: 'When the grid is full, an operator tells us to turn turbines down, and we have five minutes. The gateway has done it 61,000 times. It is audited, certified and not allowed to be clever.',
        project:
          'Operators move to a new message format in autumn, all on one night. The converter and its tests are the first project.',
      },
      {
        area: 'customer portal',
        system: 'the turbine owners’ portal',
        hires: 'frontend full-stack ux-ui product-manager qa',
        text: 'Turbine owners are farmers, towns and one monastery. They want to know why the blades stand still on a windy day. The portal answers that in a sentence now; it used to answer with a spreadsheet.',
        project: 'Monthly credit notes are next: 1,100 of them, and a third cause a telephone call.',
      },
    ],
  },
  {
    key: 'lindenwerk-automation',
    name: 'Lindenwerk Automation',
    short: 'Lindenwerk',
    country: 'DE',
    cities: ['Stuttgart', 'Heilbronn'],
    size: '501-1000',
    founded: 1974,
    stack: 'c-plus-plus c linux python opc-ua dotnet c-sharp docker azure',
    benefits: ['Metalworkers’ tariff', '35-hour week', 'Canteen worth the name'],
    works: 'onsite',
    users: 'machine builders',
    data: 'machine states',
    about:
      'Controllers for packaging machines: bottles, tablets, pretzels. A family firm of 720, in its second generation, with a works canteen and its own apprentices. One in five European tablet blisters passes a Lindenwerk controller.',
    candid: [
      'Hierarchy exists. You say “Sie” for the first week and “du” afterwards.',
      'Procurement of a licence takes a month.',
      'The source tree has comments in three dialects of German.',
    ],
    hiring: [
      'First talk by video, second in the plant with safety shoes.',
      'A department head and two engineers decide together within a week.',
    ],
    terms: [
      'Pay follows the metalworkers’ tariff, group EG 11 to EG 15, plus a yearly bonus in writing.',
      'Core time is nine to two; the rest is yours to place.',
    ],
    teams: [
      {
        area: 'motion control',
        system: 'the motion controller',
        hires: 'embedded qa architect engineering-manager',
        text: 'Forty axes have to agree within a millisecond, eight hundred times a second, for twenty years. Sixteen people write the real-time core in C++ and test it on machines that would take your hand off, behind glass.',
        project:
          'A second core has been added to the processor and stands idle. Decide what may run there, and prove that the first does not notice.',
      },
      {
        area: 'plant connectivity',
        system: 'the line gateway',
        hires: 'backend cloud devops full-stack security',
        text: 'Factories let data out through one small box, if at all. The gateway collects what 60 machines say and sends on what the owner permits. Installed in 340 halls; in 90 of them somebody has pulled the plug at least once.',
        project:
          'Updates over the gateway are done by hand with a USB stick. We want signed updates that a night shift can refuse.',
      },
      {
        area: 'plant IT',
        system: 'the plant’s own server room',
        hires: 'erp system-administrator it-support network database-administrator',
        text: 'Two server rooms, 1,900 devices and an SAP that knows each screw since 1996. Eleven people run it for the plant in Heilbronn and the development floor in Stuttgart. When the label printer in shipping stops, so do 40 pallets an hour.',
        project:
          'The move to S/4HANA has begun with logistics. Eleven home-made reports stand in the way, and six can be thrown out.',
      },
    ],
  },
  {
    key: 'haubentaucher',
    name: 'Haubentaucher Versicherung',
    short: 'Haubentaucher',
    country: 'DE',
    cities: ['Köln'],
    size: '1000+',
    founded: 1922,
    stack: 'java spring-boot angular oracle openshift kafka cobol sap',
    benefits: ['14 monthly salaries', '38-hour week', 'Company pension'],
    works: 'hybrid',
    users: 'brokers and policyholders',
    data: 'policies',
    about:
      'A Cologne insurer with 1.4 million policies and a hundred-year-old archive in the cellar. IT is 410 people. We are halfway through leaving the mainframe, and honest about which half.',
    candid: [
      'The mainframe will outlive the current plan by at least two years.',
      'On the Thursday of carnival, nothing at all happens.',
      'Approvals need two signatures, and holidays exist.',
    ],
    hiring: [
      'Two conversations: one about you, one about Java, COBOL or whatever you bring.',
      'Answer within a fortnight; the works council wants a week of it.',
    ],
    terms: [
      'Fourteen salaries a year, and a pension from the first day.',
      'Training has its own budget line: 2,000 euros and eight days.',
    ],
    teams: [
      {
        area: 'policy administration',
        system: 'the policy system',
        hires: 'backend architect database-administrator qa project-manager',
        text: 'Household policies already run on the new system; motor policies still live in COBOL that was last renamed in 1987. Three teams of eight move one product after another. The youngest COBOL developer is 29 and teaches the course.',
        project: 'Motor is next, with 640,000 policies and 31 special agreements with breweries.',
      },
      {
        area: 'broker portal',
        system: 'the broker portal',
        hires: 'frontend full-stack ux-ui business-analyst product-manager',
        text: 'Four thousand brokers compare us with six competitors on one screen. If our answer takes longer than two seconds, we are not in the list. It takes 1.7 on most days.',
        project:
          'The quotation form asks 38 questions. Actuaries defend each of them; we have evidence against twelve.',
      },
      {
        area: 'workplace and service',
        system: 'the desktop estate of 2,600 colleagues',
        hires: 'it-support system-administrator security network other',
        text: 'The service desk answers 240 calls a day, a quarter of them about passwords and one a week about a trapped cat in the cellar archive. Eighteen people in two lines, in the building, between seven and seven.',
        project:
          'Passwords are to disappear for office staff by next year. The pilot on the fourth floor went well, except for the lift.',
      },
    ],
  },
  {
    key: 'sieben-bruecken',
    name: 'Sieben Brücken Mobility',
    short: 'Sieben Brücken',
    country: 'DE',
    cities: ['Berlin'],
    size: '51-200',
    founded: 2016,
    stack: 'go typescript react-native react postgresql gcp kubernetes terraform kafka',
    benefits: ['Job bike', '30 days off', 'Two months a year from abroad'],
    works: 'hybrid',
    users: 'passengers and bus companies',
    data: 'trip requests',
    about:
      'On-demand buses for towns where the last regular one leaves at 18:40. We run in 43 districts for the public transport operators, not against them. 110 people in Berlin-Wedding, of 24 nationalities.',
    candid: [
      'Public tenders decide our year, and they are decided late.',
      'We have been reorganised twice in three years. The third is not planned.',
      'English is the working language; the tender documents are not in English.',
    ],
    hiring: [
      'Four steps: call, code reading, team talk, founder. Done in two weeks if you answer quickly.',
      'You may ask to see the last all-hands slides, numbers included.',
    ],
    terms: [
      'Two months a year may be worked from elsewhere in the EU.',
      'Salary bands are public inside the company.',
    ],
    teams: [
      {
        area: 'trip matching',
        system: 'the matching engine',
        hires: 'backend data-scientist machine-learning architect',
        text: 'A request comes in, 30 buses are on the road, and in 800 milliseconds somebody must be promised 14:25. The engine is Go and a good deal of geometry. Passengers forgive a detour; they do not forgive a broken promise.',
        project:
          'Wheelchair places are handled as a special case in nine different spots. Make them a normal one.',
      },
      {
        area: 'passenger app',
        system: 'the passenger app',
        hires: 'mobile frontend qa ux-ui product-manager',
        text: 'One code base, 43 districts, 43 logos and 43 fare systems. The app is used by pupils in the morning and by pensioners at ten. Five people build it and take turns answering reviews.',
        project: 'Booking without an account, by request of the district of Uckermark and of common sense.',
      },
      {
        area: 'infrastructure',
        system: 'the platform behind 43 districts',
        hires: 'devops cloud security engineering-manager',
        text: 'Each district wants its data in Germany and its costs apart. Three people run that in one cloud, with 43 copies of nothing. On-call is quiet since a retry loop was deleted in June.',
        project:
          'A new district takes three days to set up. The aim is an afternoon, done by somebody who is not an engineer.',
      },
    ],
  },
  {
    key: 'zaunkoenig-labs',
    name: 'Zaunkönig Labs',
    short: 'Zaunkönig',
    country: 'DE',
    cities: ['Berlin', 'München'],
    size: '11-50',
    founded: 2019,
    stack: 'python pytorch rust kubernetes postgresql cuda aws huggingface react',
    benefits: ['Own compute budget', '28 days off', 'Publishing allowed and expected'],
    works: 'remote',
    users: 'translators and subtitlers',
    data: 'hours of speech',
    about:
      'Speech recognition for languages that large firms find too small: Sorbian, Frisian, Kashubian, Romansh. Broadcasters and parliaments use it for subtitles. 34 people, two of them linguists who veto releases.',
    candid: [
      'The training cluster is twelve cards that we own and defend.',
      'Public grants pay for a third of us, so reports must be written.',
      'Half of the team prefers papers to tickets. We are working on it.',
    ],
    hiring: [
      'Talk us through something you built or broke. Slides are not needed.',
      'A paid day with the team, on a problem we have not solved.',
    ],
    terms: [
      'Each researcher has one day in five without a goal.',
      'We publish the weights when the speakers’ association agrees.',
    ],
    teams: [
      {
        area: 'speech models',
        system: 'the Kashubian model',
        hires: 'machine-learning data-scientist data-engineer',
        text: 'With forty hours of recorded speech you cannot do what others do with forty thousand. The models team lives on borrowing from neighbouring languages and on careful listening. Word error in Sorbian is 11.4 per cent; the speakers say it is worse.',
        project:
          'Find out why the speakers are right. The test set was read aloud, and nobody speaks as they read.',
      },
      {
        area: 'subtitle service',
        system: 'the live subtitle service',
        hires: 'backend devops frontend cloud',
        text: 'Subtitles must appear 2.5 seconds after the word, in a studio where someone counts. The service runs beside the broadcaster’s own equipment and has to survive its firewall. Six engineers and no night shifts, since parliaments sleep.',
        project: 'A second parliament starts in spring, with two languages in the same sentence.',
      },
    ],
  },
  {
    key: 'dachsbau-erp',
    name: 'Dachsbau Beratung',
    short: 'Dachsbau',
    country: 'DE',
    cities: ['Leipzig', 'Dresden'],
    size: '51-200',
    founded: 2002,
    stack: 'sap abap sap-hana dynamics-365 c-sharp power-bi sql-server',
    benefits: ['Travel at most two days a week', 'Car or rail card', 'Certified training'],
    works: 'hybrid',
    users: 'mid-sized manufacturers',
    data: 'bills of material',
    about:
      'Ninety consultants who introduce and repair ERP systems for firms that make pumps, pianos and prams. Our customers have between 80 and 2,000 employees and no wish to become a case study.',
    candid: [
      'Go-live weekends are real weekends, about three a year for each of us.',
      'Some customers want their old screens back, pixel by pixel.',
      'Our own ERP is not a model of anything.',
    ],
    hiring: [
      'A partner and a consultant talk to you for ninety minutes, in Leipzig or by video.',
      'We ask you to explain a process of your last employer to somebody who does not know it.',
    ],
    terms: [
      'You sleep at home at least three nights in five, by contract.',
      'Each consultant has at most two customers at a time.',
    ],
    teams: [
      {
        area: 'manufacturing projects',
        system: 'the ERP of a piano maker',
        hires: 'erp business-analyst project-manager data-analyst',
        text: 'A piano has 12,000 parts and takes eleven months. The standard process assumes weeks and screws. Teams of four spend half a year with such a customer, on the floor as often as in the office.',
        project: 'The piano maker goes live at Easter. Production planning is configured, costing is not.',
      },
      {
        area: 'integration',
        system: 'the interface hub',
        hires: 'erp backend database-administrator technical-writer',
        text: 'No customer has only one system. Twelve of us connect shops, scales, banks and a surprising number of fax gateways to the ERP. The hub moves two million documents a month and knows for each where it got stuck.',
        project:
          'Electronic invoices become compulsory for the last group of customers in January. Fifty-one of ours are in it.',
      },
    ],
  },
  {
    key: 'kraehenfeld-medizintechnik',
    name: 'Krähenfeld Medizintechnik',
    short: 'Krähenfeld',
    country: 'DE',
    cities: ['Jena', 'München'],
    size: '201-500',
    founded: 1988,
    stack: 'c-plus-plus qt python linux c yocto dotnet opencv',
    benefits: ['30 days off', 'Kindergarten places', 'Sabbatical after six years'],
    works: 'onsite',
    users: 'eye surgeons',
    data: 'retina scans',
    about:
      'Microscopes and scanners for eye surgery, made in Jena. 1,700 operating rooms on four continents use them. 280 people, of whom 66 write software and twelve do nothing but prove that it does what it says.',
    candid: [
      'For every week of coding there is a week of documents. The regulator reads them, and so should you.',
      'The laboratory has no windows, for optical reasons.',
      'Product cycles are four years; if you like to ship weekly, it will hurt.',
    ],
    hiring: [
      'Interview and laboratory tour on one day, then a second talk by video.',
      'We ask for one document you wrote; code comes later.',
    ],
    terms: [
      'After six years there are three paid months off.',
      'You will watch at least one operation. Fainting is not held against you.',
    ],
    teams: [
      {
        area: 'imaging software',
        system: 'the retina scanner',
        hires: 'embedded machine-learning qa architect',
        text: 'The scanner takes 100,000 lines a second through a pupil that will not hold still. Ten people turn that into a picture while the surgeon waits. Everything on the screen must be true, including the part that was guessed.',
        project: 'Eye tracking loses one patient in thirty. There are 4,000 recordings of exactly those.',
      },
      {
        area: 'verification',
        system: 'the verification bench',
        hires: 'qa technical-writer project-manager system-administrator',
        text: 'Twelve testers, three robots and a box of glass eyes. The bench runs 2,900 checks in a night, and a release needs all of them plus a signature. The signature is a person’s, and it is taken seriously.',
        project:
          'A fifth of the checks are still done by hand. Half of those could be left to a robot and a camera.',
      },
    ],
  },
];
