import { foldName } from '@/lib/fold';

/** Legal forms at the end of a name, folded; the longer ones first. */
const LEGAL_FORMS = [
  'spolka z ograniczona odpowiedzialnoscia spolka komandytowa',
  'spolka z ograniczona odpowiedzialnoscia',
  'spolka akcyjna',
  'sp z o o sp k',
  'sp z oo sp k',
  'sp z o o',
  'sp z oo',
  'sp zoo',
  'sp k',
  's r o',
  'a s',
  's a',
  's p a',
  's r l',
  'd o o',
  'gmbh and co kgaa',
  'gmbh and co kg',
  'ag and co kg',
  'se and co kg',
  'and co kg',
  'private limited',
  'pvt ltd',
  'pty ltd',
  'pte ltd',
  'co ltd',
  'inc incorporated llc llp lp ltd limited plc corp corporation co gmbh mbh ag kg kgaa ohg ug ev eg se sa sas sasu sarl srl spa bv nv vof oy oyj ab as asa aps doo ad eood sro zrt kft nyrt pvt pty pte ooo оао ооо зао ао тоо'.split(
    ' ',
  ),
].flat();
const LEGAL_END = new RegExp(`(?: (?:${LEGAL_FORMS.join('|')}))+$`);
/** Where the legal form comes first (Russian), or is written without a space (Chinese, Japanese). */
const LEGAL_START = /^(?:ооо|оао|зао|ао|пао|тоо|ooo) |^株式会社/;
const LEGAL_GLUED = /(?:股份有限公司|有限责任公司|有限公司|株式会社)$/;

/**
 * The name by which a company is recognised: without case, accents, punctuation and legal form, so that
 * "Żabka Polska Sp. z o.o." and "Zabka Polska" are one. Never empty for a name that is not.
 */
export function companyKey(name: string): string {
  const folded = foldName(
    name
      .replaceAll('&', ' and ')
      .replaceAll('+', ' plus ')
      .replaceAll('#', ' sharp ')
      .replace(/(?<=\p{L})['’.](?=\p{L}|\s|$)/gu, ''),
  );
  const bare = folded.replace(LEGAL_START, '').replace(LEGAL_END, '').replace(LEGAL_GLUED, '').trim();
  return bare || folded || name.trim().toLowerCase();
}

/** Job boards, applicant tracking, networks and hosts of files: never a company's own site. */
const SHARED_HOSTS = new Set(
  `linkedin.com facebook.com fb.com instagram.com twitter.com x.com youtube.com t.me tiktok.com xing.com github.com
  gitlab.com medium.com crunchbase.com angel.co wellfound.com glassdoor.com indeed.com google.com goo.gl bit.ly
  notion.site notion.so wixsite.com wordpress.com blogspot.com github.io netlify.app vercel.app herokuapp.com
  amazonaws.com cloudfront.net cloudinary.com imgix.net gravatar.com githubusercontent.com
  greenhouse.io lever.co ashbyhq.com workable.com smartrecruiters.com recruitee.com teamtailor.com personio.de
  personio.com breezy.hr bamboohr.com jobvite.com icims.com myworkdayjobs.com workday.com taleo.net
  successfactors.com successfactors.eu rippling.com pinpointhq.com join.com softgarden.io traffit.com
  erecruiter.pl himalayas.app remoteok.com remoteok.io jobicy.com remotive.com remotive.io weworkremotely.com
  workingnomads.com workingnomads.co arbeitnow.com justjoin.it nofluffjobs.com theprotocol.it pracuj.pl
  bulldogjob.com bulldogjob.pl rocketjobs.pl solid.jobs djinni.co dou.ua stepstone.de monster.com dice.com
  ziprecruiter.com simplyhired.com jooble.org adzuna.com talent.com remote.co remote.io flexjobs.com
  welcometothejungle.com ycombinator.com workatastartup.com otta.com builtin.com hired.com relocate.me
  landing.jobs 4dayweek.io eures.europa.eu arbeitsagentur.de hh.ru superjob.ru naukri.com seek.com.au
  reed.co.uk totaljobs.com cwjobs.co.uk jobs.cz startupjobs.cz profesia.sk infojobs.net`
    .split(/\s+/)
    .filter(Boolean),
);
const SUBDOMAINS = /^(?:www\d?|careers?|jobs?|about|en|de|pl|work|apply|join)\./;

/**
 * Host of a company's own site from the addresses its posting gives, lower case and without www or
 * careers; null if there is none. `postingUrl` is where the posting itself lies: a page of that same
 * host, other than its front page, is the job board's page about the company.
 */
export function companyDomain(addresses: readonly unknown[], postingUrl: string | null): string | null {
  const board = postingUrl ? hostOf(postingUrl)?.host : undefined;
  for (const address of addresses) {
    const found = typeof address === 'string' ? hostOf(address) : null;
    if (!found || isShared(found.host)) continue;
    if (found.host === board && found.path !== '/') continue;
    return found.host;
  }
  return null;
}

/** The front page that goes with a domain, as given, or null. */
export function companyWebsite(addresses: readonly unknown[], domain: string | null): string | null {
  if (domain === null) return null;
  const own = addresses.find((address) => typeof address === 'string' && hostOf(address)?.host === domain);
  return typeof own === 'string' ? new URL(withScheme(own)).href : null;
}

function isShared(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, from) => SHARED_HOSTS.has(labels.slice(from).join('.')));
}

function hostOf(address: string): { host: string; path: string } | null {
  const url = URL.parse(withScheme(address.trim()));
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const full = url.hostname.toLowerCase().replace(/\.$/, '');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(full)) return null;
  const short = full.replace(SUBDOMAINS, '');
  return { host: short.includes('.') ? short : full, path: url.pathname };
}

function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}
