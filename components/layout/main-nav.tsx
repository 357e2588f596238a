'use client';

import { useSelectedLayoutSegments } from 'next/navigation';

const SECTIONS = [
  { segment: 'offers', label: 'Offers' },
  { segment: 'roles', label: 'Roles' },
  { segment: 'skills', label: 'Skills' },
  { segment: 'companies', label: 'Companies' },
  { segment: 'services', label: 'Services' },
  { segment: 'pricing', label: 'Prices' },
];
/** Only who is signed in sees these pages; anywhere else the layout cannot know. */
const DOORS = [
  { segment: 'employer', label: 'Your offers' },
  { segment: 'operator', label: 'Operator' },
];
const SIGN_IN = { segment: 'sign-in', label: 'Sign in' };

/**
 * The sections, the open one marked. A client leaf because the layout is rendered without knowing its
 * page; the segment, unlike the path, is the same before and after the rewrite of /offers?….
 */
export function MainNav({ services, className }: { services: boolean; className: string }) {
  const [open, next] = useSelectedLayoutSegments().filter((segment) => !segment.startsWith('('));
  const door = DOORS.find(({ segment }) => segment === open) ?? SIGN_IN;
  const sections = SECTIONS.filter(({ segment }) => services || segment !== 'services');
  return [...sections, door].map(({ segment, label }) => (
    <a
      key={segment}
      className={className}
      href={`/${segment}`}
      aria-current={segment !== open ? undefined : next === undefined || next === 'results' ? 'page' : 'true'}
    >
      {label}
    </a>
  ));
}
