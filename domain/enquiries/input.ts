import { z } from 'zod';
import { emailFault, normaliseEmail } from '@/domain/accounts/rules';
import { SERVICE_SLUGS } from '@/domain/texts/input';
import { BUDGETS, type Budget, MAX_ENQUIRY_LINE, MAX_ENQUIRY_MESSAGE } from './rules';

const MIN_MESSAGE = 10;
const MAX_NOTE = 2_000;

const wellFormed = z.string().overwrite((text) => text.replaceAll('\u0000', '').toWellFormed());
/** One line, however it was pasted. */
const line = wellFormed
  .overwrite((text) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim())
  .max(MAX_ENQUIRY_LINE, `At most ${MAX_ENQUIRY_LINE} characters, please.`);
const text = wellFormed.overwrite((typed) => typed.replaceAll(/\r\n?/g, '\n').trim());

/** What the form of a service sends. Fields in the order in which the form has them. */
export const enquiryInput = z.object({
  name: line.min(1, 'Say who you are.'),
  email: z.string('Give your address.').transform((typed, { issues }) => {
    const email = normaliseEmail(typed);
    if (email) return email;
    issues.push({ code: 'custom', message: emailFault(typed), input: typed });
    return z.NEVER;
  }),
  company: line.default(''),
  service: z.enum(SERVICE_SLUGS, 'Choose one.'),
  budget: z.enum(Object.keys(BUDGETS) as [Budget, ...Budget[]], 'Choose one.'),
  message: text
    .min(MIN_MESSAGE, 'Say in a sentence or two what you need.')
    .max(MAX_ENQUIRY_MESSAGE, 'That is longer than we can take. Leave the details for the answer.'),
});
export type EnquiryInput = z.output<typeof enquiryInput>;

/** What an operator notes with an answer. */
export const answerInput = z.object({
  note: text.max(MAX_NOTE, `At most ${MAX_NOTE} characters, please.`).default(''),
});
