import type { Metadata } from 'next';
import { utcDay } from '@/app/(public)/today';
import { requireEmployer } from '@/app/session';
import { RenewForm } from '@/components/billing/renew-form';
import { DraftTable } from '@/components/employer/draft-table';
import { OfferTable } from '@/components/employer/offer-table';
import { changeSentence, GROUP_LABELS } from '@/components/employer/offer-words';
import { Outcome } from '@/components/employer/outcome';
import { Questions } from '@/components/employer/questions';
import { FigureStrip } from '@/components/market/figure-strip';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import { draftPath } from '@/domain/drafts/input';
import { formatNumber } from '@/domain/offers/labels';
import { type BoardFigures, type BoardGroup, COUNTED_DAYS } from '@/domain/offers/rules';
import { loadBoard } from './loaders';
import { answer, deleteWriting, discard, fill, pause, resume } from './offers/[id]/actions';
import { spend } from './orders/actions';

export const metadata: Metadata = { title: 'Your offers', robots: { index: false } };

const PAGE = '/employer';
const acts = { pause, resume, fill, discard };
/** With fewer offers than that there is nothing to sort out. */
const MANY = 20;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BoardPage({ searchParams }: Props) {
  const { user, company } = await requireEmployer(PAGE);
  const [params, now] = [await searchParams, new Date()];
  const board = await loadBoard({ companyId: company.companyId, userId: user.id }, params, now);
  const { drafts, offers, group, page, pages } = board;
  const here = pathOf(group, page);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>Your offers</h1>
          <p className="mt-1 text-ink-2">{company.name}</p>
        </div>
        <ButtonLink kind="go" href="/post-a-job">
          Post an offer
        </ButtonLink>
      </div>
      <Outcome done={params.done} fault={params.fault} />
      <Questions
        offers={board.unanswered}
        silenceDays={board.settings.rollCallSilenceDays}
        answer={answer}
        back={here}
      />
      <div className="mt-8">
        <Figures figures={board.figures} />
      </div>
      {drafts.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3">Drafts</h2>
          <DraftTable
            drafts={drafts.map(({ id, title, savedAt }) => ({
              id,
              title,
              savedAt: savedAt.toISOString(),
              href: draftPath(id),
            }))}
            remove={deleteWriting}
            back={here}
          />
        </section>
      )}
      <section className="mt-10">
        <h2 className={drafts.length > 0 || board.all > MANY ? 'mb-3' : 'sr-only'}>Offers</h2>
        {board.all > MANY && <Groups figures={board.figures} all={board.all} open={group} />}
        {board.credits > 0 && board.renewable.length > 0 && (
          <RenewForm offers={board.renewable} credits={board.credits} spend={spend} back={here} />
        )}
        {offers.length > 0 ? (
          <OfferTable offers={offers} acts={acts} today={utcDay(now)} back={here} />
        ) : (
          <Blank title={board.all === 0 ? 'Nothing is out yet.' : 'None of your offers is in that state.'}>
            <p>
              {board.all === 0 ? (
                <a href="/post-a-job">Write the first offer</a>
              ) : (
                <a href={PAGE}>All your offers</a>
              )}
            </p>
          </Blank>
        )}
        <Pager page={page} pages={pages} href={(number) => pathOf(group, number)} />
        {board.all > 0 && (
          <p className="mt-4 max-w-160 text-xs text-ink-3">
            Counts are of the last {COUNTED_DAYS} days, with the change on the {COUNTED_DAYS} days before.
            Views are counted without cookies, once a day for each reader as far as address and browser tell;
            machines are left out. An apply is a click through to where you take applications.
          </p>
        )}
      </section>
    </>
  );
}

function Figures({ figures: { groups, views, applies } }: { figures: BoardFigures }) {
  const rate = views.now === 0 || applies.now > views.now ? null : (applies.now / views.now) * 100;
  return (
    <FigureStrip
      figures={[
        { label: 'Live offers', value: formatNumber(groups.live) },
        {
          label: `Views, ${COUNTED_DAYS} days`,
          value: formatNumber(views.now),
          note: changeSentence(views, COUNTED_DAYS),
        },
        {
          label: `Applies, ${COUNTED_DAYS} days`,
          value: formatNumber(applies.now),
          note: changeSentence(applies, COUNTED_DAYS),
        },
        { label: 'Applies for 100 views', value: rate === null ? '–' : rate.toFixed(1) },
      ]}
    />
  );
}

function Groups({
  figures,
  all,
  open,
}: {
  figures: BoardFigures;
  all: number;
  open: BoardGroup | undefined;
}) {
  const groups = (Object.keys(GROUP_LABELS) as BoardGroup[]).filter((group) => figures.groups[group] > 0);
  return (
    <nav aria-label="Offers by state" className="mb-4 flex flex-wrap gap-x-5 text-sm">
      {[undefined, ...groups].map((group) => (
        <a
          key={group ?? 'all'}
          href={pathOf(group, 1)}
          aria-current={group === open ? 'true' : undefined}
          className="inline-flex min-h-9 items-center gap-1.5 no-underline hover:underline aria-[current]:font-semibold aria-[current]:underline"
        >
          {group ? GROUP_LABELS[group] : 'All'}
          <small className="num text-xs text-ink-3">
            {formatNumber(group ? figures.groups[group] : all)}
          </small>
        </a>
      ))}
    </nav>
  );
}

function pathOf(group: BoardGroup | undefined, page: number): string {
  const query = new URLSearchParams();
  if (group) query.set('state', group);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${PAGE}?${query}` : PAGE;
}
