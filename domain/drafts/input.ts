/** Cookie of somebody who writes an offer before signing in: a random token, kept here as its hash. */
export const AUTHOR_COOKIE = 'rolecall_author';
