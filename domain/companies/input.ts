export const MEMBER_ROLES = ['owner', 'recruiter'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A company that the user at hand is a member of: queries that take one need not ask again. */
export type CompanyId = number & { readonly brand: 'CompanyId' };
