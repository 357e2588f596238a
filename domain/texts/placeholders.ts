/**
 * What may stand as {{name}} in the text of a page, and what it is: filled in when the page is rendered, so that
 * the text says by what the portal works.
 */
export const PLACEHOLDERS = {
  siteName: 'Name of the portal',
  siteUrl: 'Address of the portal, to begin a link with',
  ownerName: 'Setting: who runs the portal',
  postalAddress: 'Setting: postal address',
  contactEmail: 'Setting: address for questions',
  ownerRegister: 'Setting: register and tax numbers',
  offerLifetimeDays: 'Setting: days on the list',
  closedOfferDays: 'Setting: days that a closed offer keeps its page',
  rollCallDays: 'Setting: days between two questions of the roll call',
  rollCallSilenceDays: 'Setting: days to answer the roll call',
  unconfirmedDays: 'Setting: days that an unconfirmed signup is kept',
  consentDays: 'Setting: days that proof of consent is kept',
  enquiryDays: 'Setting: days that an enquiry is kept',
  signInMinutes: 'Minutes that a mailed sign-in link works',
  sessionDays: 'Days after its last use that somebody stays signed in',
  draftDays: 'Days that a draft of nobody who signed in is kept',
} as const;
export type PlaceholderValues = Record<keyof typeof PLACEHOLDERS, string | number>;

const PLACEHOLDER = /\{\{ *(\w+) *\}\}/g;
/** What may be empty, as it is called where it is missing. */
const MISSING: Partial<Record<keyof PlaceholderValues, string>> = {
  ownerName: 'Name of the owner',
  postalAddress: 'Postal address',
  contactEmail: 'Contact address',
  ownerRegister: 'Register and tax numbers',
};

/** The Markdown with its placeholders filled in; one that is not known stays as it was typed. */
export function fillPlaceholders(markdown: string, values: PlaceholderValues): string {
  return markdown.replaceAll(PLACEHOLDER, (typed, name: string) =>
    isPlaceholder(name)
      ? toMarkdown(values[name]) || `**${MISSING[name] ?? name}: not filled in yet**`
      : typed,
  );
}

/** Placeholders in a text that are not known, such as `{{ownersName}}`. */
export function unknownPlaceholders(markdown: string): string[] {
  return [...markdown.matchAll(PLACEHOLDER)]
    .filter(([, name = '']) => !isPlaceholder(name))
    .map(([typed]) => typed);
}

function isPlaceholder(name: string): name is keyof PlaceholderValues {
  return Object.hasOwn(PLACEHOLDERS, name);
}

const figure = new Intl.NumberFormat('en-GB');

/** Addresses as they are, since they become links; anything else as the words that it is. */
function toMarkdown(value: string | number): string {
  if (typeof value === 'number') return figure.format(value).replaceAll(',', '\u00a0');
  const text = value.replaceAll(/\s+/g, ' ').trim();
  if (/^(?:https?:\/\/[^\s<>()[\]]+|[\w.+-]+@[\w.-]+)$/.test(text)) return text;
  return text.replaceAll(/[\\`*_[\]<>~|&#!]/g, '\\$&');
}
