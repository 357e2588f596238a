import { connect, type Db } from '@/db/client';
import { createCompany, createOffer } from '@/db/factories';
import type { TrialPortal } from '@/dev/trial-portal';
import type { CompanyId } from '@/domain/companies/input';
import { pauseOffer, publishOffer } from '@/domain/offers/lifecycle';
import { publishDraft, saveDraft } from '@/domain/texts/commands';
import { findText } from '@/domain/texts/queries';
import { untilShown } from './until-shown';

const SLUG = 'freshness-pages';
/** Where an offer of this role, company and skill is among the newest. */
const PAGES = ['/', '/roles/backend', '/skills/python', `/companies/${SLUG}`];

/**
 * Publishes `tries` offers one after the other, and as many texts of a role, and resolves to how long each was on
 * its way to the pages that show it, at every web process, in milliseconds by page.
 */
export async function timePages(portal: TrialPortal, tries: number): Promise<Map<string, number[]>> {
  const { db, close } = connect(portal.variables.DATABASE_URL, { max: 1 });
  const times = new Map<string, number[]>();
  const take = async (name: string, path: string, sign: string, since: number) => {
    await Promise.all(portal.addresses.map((address) => untilShown(address + path, sign)));
    times.set(name, [...(times.get(name) ?? []), performance.now() - since]);
  };
  try {
    const company = await createCompany(db, { slug: SLUG, nameKey: SLUG, name: 'Freshness of pages' });
    for (let n = 0; n < tries; n++) {
      const slug = `${SLUG}-${n}`;
      // Featured, so that the newest is first on each page.
      const draft = { companyId: company.id, slug, state: 'draft', featured: true, role: 'backend' } as const;
      const { id } = await createOffer(db, { ...draft, skills: ['python'] });
      const by = () => ({ now: new Date(), actor: 'system' });
      await publishOffer(db, id, { ...by(), days: 30 });
      const committed = performance.now();
      await Promise.all(
        PAGES.map((path) =>
          take(`offer on ${path.replace(SLUG, 'SLUG')}`, path, `/offers/${slug}"`, committed),
        ),
      );
      await pauseOffer(db, { companyId: company.id as CompanyId }, id, by());

      const mark = `Revision ${n} of ${SLUG}`;
      await publishText(db, mark);
      await take('text on /roles/backend', '/roles/backend', mark, performance.now());
    }
    return times;
  } finally {
    await close();
  }
}

async function publishText(db: Db, summary: string): Promise<void> {
  const by = { now: new Date(), actor: 'system' };
  const of = { kind: 'role', slug: 'backend' } as const;
  const text = await findText(db, of.kind, of.slug);
  if (!text) throw new Error('The role has no text.');
  const id = await saveDraft(db, { ...of, content: { ...text.content, summary }, base: text.base }, by);
  await publishDraft(db, { ...of, id }, by);
}
