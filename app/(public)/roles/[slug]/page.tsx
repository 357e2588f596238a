import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { FigureStrip } from '@/components/market/figure-strip';
import { profileFigures, saidOf } from '@/components/market/labels';
import { marketContents, RoleMarket } from '@/components/market/role-market';
import { articleContents, RoleArticle, type ToolList } from '@/components/roles/role-article';
import { RoleOffers } from '@/components/roles/role-offers';
import { inSentence, keepSlashes, withArticle } from '@/components/roles/role-words';
import { JsonLd } from '@/components/seo/json-ld';
import { toArticle, toBreadcrumbs, toQuestionsPage } from '@/components/seo/structured-data';
import { ServiceColumns } from '@/components/services/service-columns';
import { Contents, type ContentsEntry } from '@/components/texts/contents';
import { Questions } from '@/components/texts/questions';
import { Tag } from '@/components/ui/chip';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { missing } from '../../missing';
import { OfferAlert } from '../../offer-alert';
import { loadServices } from '../../services/loaders';
import { utcDay } from '../../today';
import { type RolePage as Loaded, loadInstead, loadRole, loadRoleText, type RoleText } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

const SKILLS_SHOWN = 24;

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [loaded, written] = await Promise.all([loadRole(slug), loadRoleText(slug)]);
  if (!loaded) return {};
  const { role, figures } = loaded;
  const said =
    figures.offers > 0 && saidOf(`${formatOffers(figures.offers)} for ${inSentence(role.plural)}`, figures);
  return {
    title: figures.offers > 0 ? `${role.title} jobs: ${formatOffers(figures.offers)}` : role.title,
    description: [said, written?.text.summary ?? role.summary].filter(Boolean).join(' '),
    alternates: {
      canonical: `/roles/${role.slug}`,
      types: { 'application/rss+xml': `/feeds/offers.rss?role=${role.slug}` },
    },
  };
}

export default async function RolePage({ params }: Props) {
  const { slug } = await params;
  const [loaded, written, offered] = await Promise.all([loadRole(slug), loadRoleText(slug), loadServices()]);
  if (!loaded) return missing(`role:${slug}`);
  const services = offered?.services ?? [];
  const { role, figures, rows, pay, alert } = loaded;
  const tools = toolList(loaded, written);
  const asked = figures.skills.slice(0, SKILLS_SHOWN);
  const questions = written?.text.questions ?? [];
  const related = written?.related ?? [];
  const contents: (ContentsEntry | false)[] = [
    { id: 'offers', label: 'Latest offers', note: formatNumber(figures.offers) },
    ...(written ? articleContents({ text: written.text, tools }) : []),
    ...marketContents(figures),
    questions.length > 0 && { id: 'questions', label: 'Questions' },
    services.length > 0 && { id: 'services', label: 'Our offer' },
    (related.length > 0 || asked.length > 0) && { id: 'related', label: 'Related' },
  ];
  return (
    <>
      <StructuredData {...loaded} written={written} />
      <Band
        lead={
          <>
            <h1 className="md:text-4xl md:leading-[1.03]">{keepSlashes(role.title)}</h1>
            <p className="lede mt-4">{written?.text.summary ?? role.summary}</p>
          </>
        }
        side={<Contents entries={contents.filter((entry) => entry !== false)} />}
      >
        {figures.offers > 0 && (
          <div className="mt-8">
            <FigureStrip figures={profileFigures(figures)} />
          </div>
        )}
        <RoleOffers
          role={role}
          offers={figures.offers}
          rows={rows}
          pay={pay}
          today={utcDay(new Date())}
          instead={rows.length > 0 ? undefined : await loadInstead(role)}
        />
        {written && <RoleArticle role={role} text={written.text} tools={tools} />}
      </Band>
      <RoleMarket role={role} figures={figures} />
      {questions.length > 0 && (
        <Band
          id="questions"
          title="Questions"
          note={`About ${inSentence(role.plural)}, from both sides of the table.`}
        >
          <Questions questions={questions} />
        </Band>
      )}
      {services.length > 0 && (
        <Band
          id="services"
          title="Our offer"
          note={`Instead of ${withArticle(role.title)}, or until you have one: we do the work ourselves.`}
        >
          <ServiceColumns services={services} />
        </Band>
      )}
      <OfferAlert of={`${inSentence(role.short)} offers`} alert={alert} from={`/roles/${role.slug}`} />
      {(related.length > 0 || asked.length > 0) && (
        <Band id="related" title="Related">
          {related.length > 0 && (
            <>
              <h3 className="mb-1 font-sans text-md font-semibold">Roles next to it</h3>
              <p className="flex flex-wrap gap-x-5 gap-y-1">
                {related.map((other) => (
                  <Tag key={other.slug} href={`/roles/${other.slug}`} label={other.title} />
                ))}
              </p>
            </>
          )}
          {asked.length > 0 && (
            <>
              <h3 className="mt-6 mb-1 font-sans text-md font-semibold">Skills that its offers ask for</h3>
              <p className="flex flex-wrap gap-x-5 gap-y-1">
                {asked.map((skill) => (
                  <Tag key={skill.slug} href={`/skills/${skill.slug}`} label={skill.name} />
                ))}
              </p>
            </>
          )}
        </Band>
      )}
    </>
  );
}

async function StructuredData({ role, written }: Loaded & { written: RoleText | null }) {
  const site = await loadSite();
  const path = `/roles/${role.slug}`;
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Roles', path: '/roles' },
          { name: role.title, path },
        ])}
      />
      {written && (
        <JsonLd
          data={toArticle(site, {
            path,
            title: `${role.title}: the work, the skills, the pay`,
            summary: written.text.summary,
            publishedAt: written.publishedAt,
            changedAt: written.changedAt,
          })}
        />
      )}
      {written && written.text.questions.length > 0 && (
        <JsonLd data={toQuestionsPage(written.text.questions)} />
      )}
    </>
  );
}

/** The tools of the text with the offers that ask for each. */
function toolList({ figures }: Loaded, written: RoleText | null): ToolList[] {
  const offers = new Map(figures.skills.map((skill) => [skill.slug, skill.offers]));
  return (written?.tools ?? []).map(({ group, skills }) => ({
    group,
    skills: skills.map((skill) => ({ ...skill, offers: offers.get(skill.slug) ?? 0 })),
  }));
}
