import type { RoleSlug } from '@/db/seed/roles';
import { ROLE_RULES } from './role-rules';
import { WORD_SETS } from './rules/word-sets';
import { compilePattern } from './title-pattern';
import { readTitle } from './title-text';

export type Seniority = 'intern' | 'junior' | 'mid' | 'senior' | 'lead' | 'manager';

/** What else is known of the offer: slugs of the skills found in it. */
export type TitleHints = { skills: readonly string[] };

const RULES = ROLE_RULES.map((rule) => ({
  role: rule.role,
  when: compilePattern(rule.when, WORD_SETS),
  unless: rule.unless ? compilePattern(rule.unless, WORD_SETS) : null,
  tech: rule.tech ?? 0,
}));

/** Skills found in offers of every trade; they say nothing of IT. */
export const GENERAL_SKILLS: ReadonlySet<string> = new Set(
  `excel microsoft-office microsoft-teams microsoft-365 google-workspace google-sheets google-analytics slack notion
  asana trello monday clickup airtable smartsheet ms-project pmp crm erp hubspot salesforce zendesk seo linear miro
  photoshop illustrator indesign creative-cloud after-effects graphic-design gap-analysis troubleshooting visio
  sharepoint people-management stakeholder-management workday sap netsuite pipedrive zapier okrs
  agile product-roadmaps data-analysis bi tableau power-bi statistics sage zoho google-tag-manager adobe-analytics
  windows macos remote-desktop veeva wordpress shopify webflow wix squarespace gdpr cms lms instructional-design
  artificial-intelligence ai-coding-assistants process-mining it-project-management stripe gis functional-safety
  3d-modelling sap-concur infor scada plc primavera plm sdlc ab-testing`.split(/\s+/),
);

const ASSUMED_TECH = 2;

/**
 * The role and seniority a raw title speaks of. Generic titles ("Software Engineer", "Project Manager") are decided
 * by the skills of the offer where they are given.
 */
export function classifyTitle(
  title: string,
  hints?: TitleHints,
): { role: RoleSlug; seniority: Seniority | null } {
  const text = readTitle(title);
  return { role: findRole(text, hints), seniority: findSeniority(title) };
}

function findRole(text: string, hints: TitleHints | undefined): RoleSlug {
  const tech = hints ? hints.skills.filter((skill) => !GENERAL_SKILLS.has(skill)).length : ASSUMED_TECH;
  const rule = RULES.find(
    ({ when, unless, tech: needed }) => tech >= needed && when.test(text) && !unless?.test(text),
  );
  if (!rule) return 'other';
  return rule.role === 'by-skills' ? developerRole(hints?.skills ?? []) : rule.role;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Skills that tell one kind of developer from another. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  mobile: words(
    'swift swiftui uikit objective-c jetpack-compose kotlin-multiplatform flutter dart react-native xamarin',
  ),
  frontend: words(
    'react nextjs vue nuxt angular angularjs svelte redux tailwind css html javascript sass webpack vite',
  ),
  backend:
    words(`nodejs nestjs express java spring spring-boot python django flask fastapi php laravel symfony ruby
    ruby-on-rails dotnet aspnet c-sharp go rust scala elixir kafka postgresql mysql microservices grpc rabbitmq redis`),
  embedded:
    words(`rtos freertos embedded-systems firmware microcontrollers stm32 arm-cortex can-bus i2c spi uart
    autosar embedded-linux yocto misra fpga device-drivers`),
  learning: words(
    'pytorch tensorflow keras machine-learning deep-learning llm nlp computer-vision rag langchain mlops huggingface',
  ),
  data: words('airflow dbt spark snowflake databricks etl data-warehousing bigquery redshift data-lake'),
  game: words('unity unreal-engine godot game-design'),
};

/** Which kind of developer the skills belong to; plain "Software Engineer" without a sign is backend. */
function developerRole(skills: readonly string[]): RoleSlug {
  const found = new Set(skills);
  const count = (family: string) => FAMILIES[family]?.filter((skill) => found.has(skill)).length ?? 0;
  const front = count('frontend');
  const back = count('backend');
  const web = front + back;
  // A product's own applications are named in many offers; only with the means to write them do they count.
  const kotlin = found.has('kotlin') && found.has('android') ? 1 : 0;
  const mobile = count('mobile') + kotlin;
  const platforms = (found.has('android') ? 1 : 0) + (found.has('ios') ? 1 : 0);

  if (count('game') > 0 && front === 0) return 'game';
  if (count('embedded') >= 2 && count('embedded') > web) return 'embedded';
  if (mobile > 0 && mobile + platforms >= 2 && mobile + platforms > web) return 'mobile';
  if (count('learning') >= 4 && count('learning') > web) return 'machine-learning';
  if (count('data') >= 3 && count('data') > web) return 'data-engineer';
  if (front > 0 && back === 0) return 'frontend';
  return front >= 1 && back >= 1 && front * 2 >= back && web >= 2 && hasFrame(found)
    ? 'full-stack'
    : 'backend';
}

/** HTML and JavaScript are named for many backends; a framework says that the browser is part of the work. */
const hasFrame = (found: ReadonlySet<string>): boolean =>
  ['react', 'nextjs', 'vue', 'nuxt', 'angular', 'svelte'].some((skill) => found.has(skill));

/** Numbers after the noun that are no grade: Engineer (3 months contract). */
const COUNTED =
  'GRADED 1|2|3|4|5 month|months|mo|week|weeks|year|years|day|days|position|positions|opening|openings|x|d|per';

/** In order of precedence; read as the patterns of roles are. */
const SENIORITY_RULES: readonly { seniority: Seniority; when: RegExp; unless: RegExp | null }[] = [
  {
    seniority: 'intern' as const,
    when: `
      INTERN|becari*|practicante|estagi*|ausbildung*|azubi*|gyakornok*|studentenjob
      dual*|duales stud*
      student MAKER
      ^stage
    `,
    unless: 'ausbildungsleiter*',
  },
  {
    seniority: 'manager' as const,
    when: `
      manager|managers|mgr|head|director|vp|svp|evp|vice_president|president|chief|cto|cio|ciso|cpo|cdo|coo|cfo|ceo
      leiter*|teamleiter*|kierownik|dyrektor|directeur|directora|gerente|jefe|bereichsleiter*
    `,
    unless: null,
  },
  {
    seniority: 'lead' as const,
    when: `
      lead|leader|principal|principle|leitend*|techlead|teamlead|teamleitung|lider|led
      distinguished MAKER|scientist
      expert MAKER|scientist
      MAKER|ARCHITECT|scientist|analyst expert$
      chief ARCHITECT|engineer|scientist|data_scientist
      staff .. MAKER|ARCHITECT|ADMIN|designer|scientist|researcher|research|writer|analyst|sre|dba|tpm|product|program|swe|technologist
      sr|senior staff
      staff$
    `,
    unless: `
      lead generation|gen|generator
      member of_technical_staff|of_*_staff
      chief|office of_staff
      staff accountant|nurse|attorney|augmentation|assistant|editor|physician|pharmacist|psychologist|therapist
      projekt leader
    `,
  },
  {
    seniority: 'mid' as const,
    when: 'mid|middle|medior|intermediate|regular|pleno|semi_senior|semi_sr|semisenior|ssr|mid_level|midlevel',
    unless: `
      mid atlantic|west|market|size|sized|cap|america
      middle east|market|office
    `,
  },
  {
    seniority: 'junior' as const,
    when: `
      junior|jr|jnr|entry_level|graduate|new_grad|newgrad|berufseinsteiger*|mlodszy|mlodsza|debutant*|absolvent*
      associate MAKER|software|data|full_stack|front_end|backend|product|devops|cloud|security|qa|consultant|analyst|designer|ux|ui|mobile|network|systems|machine_learning|ai|bi
    `,
    unless: null,
  },
  {
    seniority: 'senior' as const,
    when: 'senior|sr|snr|experienced|erfahren*|berufserfahren*|starszy|starsza|confirme*',
    unless: null,
  },
  // Grades count only where no word says it.
  { seniority: 'junior' as const, when: 'GRADED i|1|level_1', unless: COUNTED },
  { seniority: 'mid' as const, when: 'GRADED ii|2|level_2', unless: COUNTED },
  { seniority: 'senior' as const, when: 'GRADED iii|iv|v|3|4|5|l5|l6', unless: COUNTED },
].map(({ seniority, when, unless }) => ({
  seniority,
  when: compilePattern(when, WORD_SETS),
  unless: unless ? compilePattern(unless, WORD_SETS) : null,
}));

/** Managers of things, not of people: the word is part of the occupation. */
const MANAGER_OF_THINGS = compilePattern(
  `
  product|project|program|programme|projects|delivery|release|engagement|requirements|account|accounts|success manager|managers
  incident|change|problem|configuration|it_service manager|managers
  chief ARCHITECT|engineer|scientist|data_scientist
  kierownik|menedzer projektu|projektow|produktu
  jefe|gerente de_proyecto|de_proyectos|de_producto|de_projeto
  community|brand|case|office|category|campaign|social_media manager
  gerente|manager de_projetos|de_proyectos|projektu
  product owner_and_manager
  productmanager|produktmanager*|projektmanager*
  cto|chief_product office
`,
  WORD_SETS,
);

const EVERY_MANAGER_OF_THINGS = new RegExp(MANAGER_OF_THINGS, 'g');

const STEPS: readonly RegExp[] = [
  /intern|trainee/,
  /junior|jr/,
  /mid|middle|regular|medior|intermediate/,
  /senior|sr/,
  /lead|leader|principal|staff/,
].map(({ source }) => new RegExp(`^(?:${source})$`));

const STEP =
  'intern|trainee|junior|jr|mid|middle|regular|medior|intermediate|senior|sr|leader|lead|principal|staff';

/** Two levels as alternatives: "Junior/Mid", "Senior or Staff", "Mid to Senior". */
const RANGE = new RegExp(
  String.raw`\b(${STEP})\b\.?(?:[ -]level)?(?:\s*[/|&]\s*|[–-]|\s+(?:to|or|and|bis|oder|und|do|lub)\s+)(${STEP})\b(?:[ -]level)?`,
  'gi',
);

/** A title open to two levels, as one of the lower. */
function lowerOfRange(title: string): string {
  const step = (word: string) => STEPS.findIndex((names) => names.test(word.toLowerCase()));
  return title.replace(RANGE, (_, one: string, other: string) => (step(one) <= step(other) ? one : other));
}

function findSeniority(title: string): Seniority | null {
  const text = readTitle(lowerOfRange(title));
  const people = text.replace(EVERY_MANAGER_OF_THINGS, ' ');
  return (
    SENIORITY_RULES.find(({ when, unless, seniority }) => {
      const read = seniority === 'manager' ? people : text;
      return when.test(read) && !unless?.test(read);
    })?.seniority ?? null
  );
}

const LEVELS: readonly [RegExp, Seniority][] = [
  [/\bintern(ship)?\b|\bwerkstudent|\btrainee\b/, 'intern'],
  [/\bentry|\bjunior\b|\bgraduate\b/, 'junior'],
  [/\bmid\b|\bmid-|\bmiddle\b|\bintermediate\b|\bregular\b|\bassociate\b/, 'mid'],
  [/\bsenior\b/, 'senior'],
  [/\blead\b|\bprincipal\b|\bstaff\b|\bexpert\b/, 'lead'],
  [/\bmanager\b|\bdirector\b|\bexecutive\b|\bhead\b|\bvp\b/, 'manager'],
];

/**
 * Reads schema.org's `experienceRequirements` where it names levels ("Mid-level", "Senior, Manager"). Of several
 * levels the lowest counts: the offer is open to it.
 */
export function seniorityFromText(experience: string | null): Seniority | null {
  const text = experience?.toLowerCase() ?? '';
  return LEVELS.find(([level]) => level.test(text))?.[1] ?? null;
}

/**
 * The title wins over the stated experience. "Manager" alone as experience says nothing of somebody who manages a
 * product or a project: sources write it because the word is in the title.
 */
export function decideSeniority(title: string, experience: string | null): Seniority | null {
  const text = readTitle(title);
  const stated = seniorityFromText(experience);
  const echoed =
    stated === 'manager' &&
    !/director|executive|head/i.test(experience ?? '') &&
    MANAGER_OF_THINGS.test(text);
  return findSeniority(title) ?? (echoed ? null : stated);
}
