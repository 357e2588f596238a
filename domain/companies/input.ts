export const MEMBER_ROLES = ['owner', 'recruiter'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_ROLE_LABELS: Record<MemberRole, string> = { owner: 'Owner', recruiter: 'Recruiter' };

/** A company that the user at hand is a member of: queries that take one need not ask again. */
export type CompanyId = number & { readonly brand: 'CompanyId' };

/** How many people a company has, as its profile says. */
export const COMPANY_SIZES = [
  '1-10',
  '11-50',
  '51-200',
  '201-500',
  '501-1000',
  '1001-5000',
  '5001+',
] as const;

/** What a logo may be before it is made small, in bytes. */
export const MAX_LOGO_BYTES = 2_000_000;
