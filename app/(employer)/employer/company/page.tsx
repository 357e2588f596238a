import type { Metadata } from 'next';
import { requireOwner } from '@/app/session';
import { LogoPanel } from '@/components/companies/logo-panel';
import { ProfileForm } from '@/components/companies/profile-form';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { COMPANY_SIZES } from '@/domain/companies/input';
import { type EditedProfile, getProfile } from '@/domain/companies/profile';
import { removeLogo, saveProfile } from './actions';

export const metadata: Metadata = { title: 'Company page' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = new Map(
  Object.entries({
    created: 'Your company is here. What you write below is its page.',
    claimed: 'The company is yours. What you write below is its page.',
    saved: 'Saved. The page shows it now.',
    'logo-saved': 'The logo is on the page.',
    'logo-removed': 'The logo is off the page.',
  }),
);

const LOGO_FAULTS = new Map(
  Object.entries({
    picture_none: 'Choose a file first.',
    picture_bytes: 'The file is larger than 2 MB. Save it smaller and try again.',
    picture_kind: 'This is no PNG, JPEG or WebP picture. SVG is not taken.',
    picture_size: 'The picture has more than 25 megapixels. Save it smaller and try again.',
    picture_often: 'That is a good many pictures for one hour. Go on in a while.',
    picture_broken: 'The file cannot be read as a picture. Save it anew and try again.',
  }),
);

export default async function CompanyProfilePage({ searchParams }: Props) {
  const { company } = await requireOwner('/employer/company');
  const { done, fault } = await searchParams;
  const profile = await getProfile(database(), company.companyId);
  const said = DONE.get(String(done));
  const logo = profile.logoHash && `/logos/${company.companyId}-${profile.logoHash}.webp`;
  const sizes = [...new Set([...COMPANY_SIZES, ...(profile.size ? [profile.size] : [])])];
  return (
    <>
      <h1>Company page</h1>
      <p className="mt-2 text-ink-2">
        What candidates read of {profile.name}. <a href={`/companies/${profile.slug}`}>See the page</a>
      </p>
      {said && (
        <Notice kind="good" role="status" className="mt-6 max-w-160">
          <p>{said}</p>
        </Notice>
      )}
      <ProfileForm
        key={String(company.companyId)}
        action={saveProfile}
        company={company.slug}
        values={valuesOf(profile)}
        sizes={sizes}
      />
      <section id="logo" className="mt-12 border-t border-ink pt-5">
        <h2>Logo</h2>
        <LogoPanel
          company={company.slug}
          src={logo}
          fault={LOGO_FAULTS.get(String(fault))}
          upload="/employer/company/logo"
          remove={removeLogo}
        />
      </section>
      <p className="mt-12 border-t border-rule pt-5 text-sm text-ink-2">
        Another company of yours? <a href="/employer/company/new">Add it</a>
      </p>
    </>
  );
}

function valuesOf(profile: EditedProfile): Record<string, string> {
  return {
    name: profile.name,
    website: profile.website ?? '',
    about: profile.about ?? '',
    size: profile.size ?? '',
    foundedYear: profile.foundedYear ? String(profile.foundedYear) : '',
    places: profile.places.join('\n'),
    skills: profile.skills.join(', '),
    benefits: profile.benefits.join('\n'),
  };
}
