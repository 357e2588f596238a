import type { Planned } from './plan';
import type { DemoOffer, DemoPay, DemoSkill, Seniority, Workplace } from './types';

/** Offers that a page must survive. Each takes the place of an ordinary one of its team and role. */
export type HardCase = {
  name: string;
  company: string;
  role: string;
  area?: string;
  title: string;
  flavour?: string;
  seniority?: Seniority;
  workplace?: Workplace;
  places?: DemoOffer['places'];
  skills?: DemoSkill[];
  contracts?: DemoPay['contract'][];
  stated?: boolean;
  descriptionHtml?: string;
};

const TWENTY_FIVE =
  'kubernetes terraform linux go python ansible prometheus grafana opentelemetry postgresql ceph docker helm argo-cd gitlab-ci vault consul nginx haproxy kafka redis bash git dns tcp-ip';

const ukrainian = [
  '<p>Лікарня в Харкові має знати, який інсулін є за сорок кілометрів від неї. Наш облік ліків відповідає і тоді, коли половина аптек із вечора без світла. Нас у команді десятеро, і про злиття даних ми думаємо більше, ніж хотіли б.</p>',
  '<h3>Що робити</h3>',
  '<ul><li>писати й супроводжувати сервіси на Python, якими щодня користуються дев’ятсот закладів</li><li>перенести правила злиття з аптек на лікарні: перші вже готові, другі чекають на вас</li><li>раз на два тижні розмовляти з тими, хто рахує ампули вручну, і прибирати одну причину це робити</li><li>перевіряти зміни колег того самого дня</li></ul>',
  '<h3>Кого шукаємо</h3>',
  '<p>Людину, яка бачила, як система старіє, і знає, що зробила б інакше. Добре, якщо ви вже лагодили синхронізацію після тижня без зв’язку. Диплом не потрібен, англійська — щоб читати документацію.</p>',
  '<h3>Чесно</h3>',
  '<p>Тривоги переривають день, і цих годин ніхто не рахує. Плани в нас на квартал, а не на рік. Частина команди служить; їхня робота поділена між рештою, а місця чекають на них.</p>',
  '<p>Дві розмови у зручний за графіком світла час і невелике завдання без секундоміра. Відповідаємо за п’ять робочих днів, хоч би якою була відповідь. У Львові та Києві є укриття зі столами, але працювати можна звідки завгодно в Україні.</p>',
].join('');

export const HARD_CASES: HardCase[] = [
  {
    name: 'long title',
    company: 'kvarnen-rail',
    role: 'devops',
    title:
      'Platform engineer for the timetable, routing and disruption-information service of sixty-one regional railways in Poland and southern Sweden',
    seniority: 'senior',
    workplace: 'hybrid',
    contracts: ['b2b'],
    stated: true,
  },
  {
    name: 'cyrillic title',
    company: 'barvinok-sova',
    role: 'backend',
    title: 'Старший розробник Python, облік ліків',
    flavour: 'Python developer',
    seniority: 'senior',
    workplace: 'remote',
    stated: true,
    descriptionHtml: ukrainian,
  },
  {
    name: 'chinese title',
    company: 'snowberry-transit',
    role: 'backend',
    title: '後端工程師（Go，公車到站預測）',
    flavour: 'Go developer',
    seniority: 'mid',
    workplace: 'remote',
    places: [
      { city: null, countryCode: 'TW' },
      { city: null, countryCode: 'CA' },
    ],
    stated: true,
  },
  {
    name: 'twenty-five skills',
    company: 'granit-cloud',
    role: 'devops',
    title: 'Senior platform engineer, everything below the application',
    seniority: 'senior',
    workplace: 'remote',
    stated: true,
    skills: TWENTY_FIVE.split(' ').map((slug, index) => ({
      slug,
      required: index < 7,
      level: (index < 4 ? 4 : index < 12 ? 3 : 2) as DemoSkill['level'],
    })),
  },
  {
    name: 'no pay',
    company: 'foxglove-clinics',
    role: 'backend',
    title: 'Python developer, clinical data',
    flavour: 'Python developer',
    seniority: 'mid',
    workplace: 'remote',
    stated: false,
  },
  {
    name: 'fixed pay',
    company: 'sorrel-mutual',
    role: 'backend',
    title: 'Node.js developer',
    flavour: 'Node.js developer',
    seniority: 'mid',
    workplace: 'remote',
    contracts: ['employment'],
    stated: true,
  },
  {
    name: 'three contracts',
    company: 'tarnica-pay',
    role: 'backend',
    area: 'card payments',
    title: 'Senior Go developer, card payments',
    flavour: 'Go developer',
    seniority: 'senior',
    workplace: 'hybrid',
    places: [{ city: 'Kraków', countryCode: 'PL' }],
    contracts: ['b2b', 'employment', 'contract'],
    stated: true,
  },
  {
    name: 'markup in title',
    company: 'tamarack-gameworks',
    role: 'game',
    title: 'Engine programmer: "C++ <templates> & you", or vector<T> for a living',
    flavour: 'engine programmer',
    seniority: 'senior',
    stated: true,
  },
];

/** The hard case whose place this is, unless it has been given away. */
export function hardCaseFor(planned: Planned, given: ReadonlySet<string>): HardCase | undefined {
  return HARD_CASES.find(
    ({ name, company, role, area }) =>
      !given.has(name) &&
      planned.company.key === company &&
      planned.role === role &&
      (area === undefined || planned.team.area === area),
  );
}
