/** Drafts begun, from one client: far more than anybody writes. */
export const NEW_DRAFTS = { name: 'new-draft', points: 300, seconds: 3_600 };
