import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { IndexList } from '@/components/market/index-list';
import { SKILL_KINDS } from '@/components/roles/skill-kinds';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { formatNumber } from '@/domain/offers/labels';
import { loadSkillIndex } from './loaders';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  const skills = await loadSkillIndex();
  const asked = skills.filter((skill) => skill.offers > 0);
  return {
    title: 'Skills that employers ask for',
    description: `${formatNumber(asked.length)} of ${formatNumber(skills.length)} languages, frameworks, databases and tools are asked for in open IT offers. How often, counted.`,
    alternates: { canonical: '/skills' },
  };
}

export default async function SkillsPage() {
  const [skills, site] = await Promise.all([loadSkillIndex(), loadSite()]);
  const asked = skills.filter((skill) => skill.offers > 0);
  return (
    <>
      <JsonLd data={toBreadcrumbs(site, [{ name: 'Skills', path: '/skills' }])} />
      <Band>
        <h1 className="md:text-4xl md:leading-[1.03]">Skills</h1>
        {asked.length > 0 ? (
          <p className="lede mt-4">
            Open offers ask for {formatNumber(asked.length)} of the {formatNumber(skills.length)} skills we
            know. The figure is the number of offers.
          </p>
        ) : (
          <div className="mt-8">
            <Blank title="No open offer asks for a skill yet.">
              <p>We know {formatNumber(skills.length)} of them and look for each in every offer.</p>
            </Blank>
          </div>
        )}
      </Band>
      {SKILL_KINDS.map(({ kind, title }) => {
        const known = skills.filter((skill) => skill.kind === kind).length;
        const members = asked.filter((skill) => skill.kind === kind);
        return (
          members.length > 0 && (
            <Band key={kind} title={title} note={`${formatNumber(members.length)} of ${formatNumber(known)}`}>
              <IndexList
                entries={members.map((skill) => ({
                  href: `/skills/${skill.slug}`,
                  label: skill.name,
                  count: skill.offers,
                }))}
              />
            </Band>
          )
        );
      })}
    </>
  );
}
