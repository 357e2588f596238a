/** A role's name within a sentence: "backend developer"; names such as QA and DevOps keep their capitals. */
export function inSentence(name: string): string {
  return name.replaceAll(/\p{L}+/gu, (word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word));
}

/** A name whose lines never begin with a slash. */
export function keepSlashes(name: string): string {
  return name.replaceAll(' /', '\u00a0/');
}

/** "a backend developer", "an ERP / SAP / CRM consultant", "a UX / UI designer". */
export function withArticle(name: string): string {
  const said = inSentence(name);
  return `${/^[aeio]/i.test(said) ? 'an' : 'a'} ${said}`;
}
