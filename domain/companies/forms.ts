import { z } from 'zod';
import { readPublicUrl } from '@/lib/public-url';
import { COMPANY_SIZES, MEMBER_ROLES } from './input';

/** The forms about a company, as typed text in and clean values out; messages say how to mend a field. */

const MAX_NAME = 200;
const MAX_ABOUT = 4_000;
const MAX_BENEFITS = 20;
const MAX_BENEFIT = 100;
const MAX_PLACES = 20;
const MAX_SKILLS = 40;
const OLDEST = 1500;

/** What was typed, without characters that nobody types: Postgres takes no NUL. */
const typed = z.string().transform((text) => text.replace(/[^\P{Cc}\n\r\t]/gu, '').toWellFormed());

const name = typed
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .regex(/[\p{L}\p{N}]/u, 'Give the company’s name.')
      .max(MAX_NAME, `Keep it to ${MAX_NAME} characters.`),
  );

/** With or without https://; null where nothing was typed. */
const website = typed.transform((given, context) => {
  const text = given.trim();
  if (text === '') return null;
  const url = readPublicUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url.ok) return url.href;
  context.addIssue({
    code: 'custom',
    message:
      url.fault === 'private'
        ? 'Nobody outside can open that address. Give the public one.'
        : 'This is no web address. It should look like https://company.example.',
  });
  return z.NEVER;
});

/** Distinct lines, trimmed; blank ones are left out. */
const items = (separator: RegExp) =>
  typed.transform((text) => [
    ...new Set(
      text
        .split(separator)
        .map((item) => item.replaceAll(/\s+/g, ' ').trim())
        .filter((item) => item !== ''),
    ),
  ]);

export const companyForm = z.object({ name, website });
export type CompanyInput = z.output<typeof companyForm>;

/** The profile; `now` bounds the year of foundation. */
export function profileForm(now: Date) {
  const years = `Give a year between ${OLDEST} and ${now.getUTCFullYear()}, or nothing.`;
  return z.object({
    name,
    website,
    about: typed
      .transform((text) =>
        text
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/\n{3,}/g, '\n\n')
          .trim(),
      )
      .pipe(z.string().max(MAX_ABOUT, `Keep it to ${MAX_ABOUT} characters.`))
      .transform((text) => text || null),
    size: z.union([z.literal('').transform(() => null), z.enum(COMPANY_SIZES)], 'Choose one of the list.'),
    foundedYear: z
      .string()
      .trim()
      .regex(/^(?:\d{4})?$/, years)
      .transform((text) => (text === '' ? null : Number(text)))
      .refine((year) => year === null || (year >= OLDEST && year <= now.getUTCFullYear()), years),
    benefits: items(/\n/).pipe(
      z
        .array(z.string().max(MAX_BENEFIT, `Keep each to ${MAX_BENEFIT} characters.`))
        .max(MAX_BENEFITS, `Name at most ${MAX_BENEFITS}.`),
    ),
    /** Such as "Kraków, Poland", one a line. */
    places: items(/[\n;]/).pipe(z.array(z.string()).max(MAX_PLACES, `Name at most ${MAX_PLACES}.`)),
    skills: items(/[\n,;]/).pipe(z.array(z.string()).max(MAX_SKILLS, `Name at most ${MAX_SKILLS}.`)),
  });
}
export type ProfileInput = z.output<ReturnType<typeof profileForm>>;

export const roleForm = z.enum(MEMBER_ROLES);

/** What a stranger says for their claim. */
export const claimMessage = typed.pipe(
  z
    .string()
    .trim()
    .min(10, 'Say in a sentence how the company and you belong together.')
    .max(1_000, 'Keep it to 1\u00a0000 characters.'),
);
