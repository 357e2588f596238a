import { ADMINISTRATORS } from './rules/administrators';
import { BUSINESS } from './rules/business';
import { DATA } from './rules/data';
import { DEVELOPERS } from './rules/developers';
import { INFRASTRUCTURE } from './rules/infrastructure';
import { LEADERS } from './rules/leaders';
import { OPEN_TITLES } from './rules/open-titles';
import { OUTSIDE } from './rules/outside';
import { PRODUCTS } from './rules/products';
import type { RoleRule } from './rules/rule';
import { TESTING_AND_SECURITY } from './rules/testing-security';

/** All rules in the order in which they are asked: the first that fits decides. */
export const ROLE_RULES: readonly RoleRule[] = [
  ...OUTSIDE,
  ...LEADERS,
  ...PRODUCTS,
  ...BUSINESS,
  ...DATA,
  ...TESTING_AND_SECURITY,
  ...INFRASTRUCTURE,
  ...DEVELOPERS,
  ...ADMINISTRATORS,
  ...OPEN_TITLES,
];
