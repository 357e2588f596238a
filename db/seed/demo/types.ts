/** What the demo seed hands to the loader. Money is in major units of its currency, times in days from `now`. */

export type Seniority = 'intern' | 'junior' | 'mid' | 'senior' | 'lead' | 'manager';
export type Workplace = 'onsite' | 'hybrid' | 'remote';
export type Size = '1-10' | '11-50' | '51-200' | '201-500' | '501-1000' | '1000+';
export type Currency = 'EUR' | 'PLN' | 'GBP' | 'USD' | 'CZK' | 'SEK' | 'CAD';

export type DemoCompany = {
  key: string;
  name: string;
  website: string;
  domain: string;
  about: string;
  size: Size;
  founded: number;
  countryCode: string;
  cities: string[];
  stack: string[];
  benefits: string[];
};

export type DemoSkill = { slug: string; required: boolean; level: 1 | 2 | 3 | 4 | 5 };

export type DemoPay = {
  contract: 'employment' | 'b2b' | 'contract' | 'internship';
  min: number | null;
  max: number | null;
  currency: Currency;
  period: 'hour' | 'day' | 'month' | 'year';
  tax: 'gross' | 'net' | 'net_vat' | null;
};

export type DemoOffer = {
  key: string;
  companyKey: string;
  title: string;
  role: string;
  seniority: Seniority;
  workplace: Workplace;
  workplaceNote: string | null;
  partTime: boolean;
  skills: DemoSkill[];
  /** For a remote offer, the countries one may work from; `city` is then null. */
  places: { city: string | null; countryCode: string }[];
  contracts: DemoPay[];
  descriptionHtml: string;
  apply: { url: string } | { email: string };
  publishedDaysAgo: number;
  /** Negative when the closing date has passed. */
  closesInDays: number;
  featured: boolean;
  /** The roll call, oldest first. Publication itself is not in it. */
  answers: { daysAgo: number; answer: 'open' }[];
  state: 'live' | 'expired' | 'filled' | 'paused';
  /** When it left the list, in days before now; null while it is live. */
  endedDaysAgo: number | null;
};

export type DemoContent = { companies: DemoCompany[]; offers: DemoOffer[] };

/** A team inside a company: offers are written from it. `hires` lists role slugs; the first one owns `project`. */
export type Team = {
  area: string;
  /** A noun phrase with its article: "the settlement ledger". */
  system: string;
  hires: string;
  text: string;
  project: string;
};

/** A company as written by hand; the composer turns it into a DemoCompany and its offers. */
export type CompanySource = {
  key: string;
  name: string;
  /** How its own people call it in a sentence. */
  short: string;
  country: string;
  cities: string[];
  size: Size;
  founded: number;
  stack: string;
  benefits: string[];
  works: Workplace;
  /** Plural noun phrases that fit after "for" and "of". */
  users: string;
  data: string;
  about: string;
  candid: string[];
  hiring: string[];
  terms: string[];
  teams: Team[];
};

/** One way of doing a role: a language, a platform, a speciality. */
export type Flavour = {
  name: string;
  title: string;
  /** Preferred where the company's stack has this slug. */
  needs?: string;
  base: string;
  more: string;
  duties?: string[];
};

/** Sentences of one role. Slots in braces are filled by the composer; `{a|b}` is a choice. */
export type Work = {
  role: string;
  openers: string[];
  duties: string[];
  seniorDuties: string[];
  juniorDuties: string[];
  firsts: string[];
  juniorFirsts: string[];
  helps: string[];
  nots: string[];
  measures: string[];
  flavours: Flavour[];
};
