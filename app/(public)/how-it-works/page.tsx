import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { FigureStrip } from '@/components/market/figure-strip';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { ButtonLink } from '@/components/ui/button';
import { Glyph, type GlyphName } from '@/components/ui/glyphs';
import { formatNumber } from '@/domain/offers/labels';
import { daysInWords } from '@/domain/rollcall/rules';
import { type Explained, loadExplained } from './loaders';

export const dynamic = 'error';

const PATH = '/how-it-works';
const TITLE = 'How the roll call works';

export async function generateMetadata(): Promise<Metadata> {
  const { rollCallDays } = await loadExplained();
  return {
    title: TITLE,
    description: `After ${daysInWords(rollCallDays)} every employer is asked whether the job is still open. Silence takes the offer off the list; an answer brings it back.`,
    alternates: { canonical: PATH },
  };
}

export default async function HowItWorksPage() {
  const [explained, site] = await Promise.all([loadExplained(), loadSite()]);
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: site.name, path: '/' },
          { name: TITLE, path: PATH },
        ])}
      />
      <Band>
        <h1 className="max-w-[18ch]">{TITLE}</h1>
        <p className="lede mt-5">
          A list of jobs is worth reading if the jobs are there. So we ask, every employer, again and again,
          and print what they answered and when.
        </p>
        <Today {...explained} />
      </Band>
      <Rule {...explained} />
      <Marks />
      <Candidates />
      <Employers {...explained} />
    </>
  );
}

function Today({ counts }: Explained) {
  if (counts.offers === 0) return null;
  return (
    <div className="mt-8 max-w-200">
      <FigureStrip
        figures={[
          { label: 'On the list', value: formatNumber(counts.offers), note: 'open offers in IT' },
          {
            label: 'Answered',
            value: formatNumber(counts.answeredThisFortnight),
            note: 'in the last fortnight',
          },
          { label: 'Today', value: formatNumber(counts.confirmedToday), note: 'said to be open' },
          { label: 'Off the list', value: formatNumber(counts.closedToday), note: 'closed today' },
        ]}
      />
    </div>
  );
}

function Rule({ rollCallDays, rollCallSilenceDays }: Explained) {
  const steps: { day: string; what: string; text: string }[] = [
    {
      day: 'Day 0',
      what: 'The offer is published',
      text: 'To publish it is to say that it is open: the first answer.',
    },
    {
      day: `Day ${rollCallDays}`,
      what: 'We ask',
      text: 'By mail and on the employer’s page. There are two buttons: still open, or close it.',
    },
    {
      day: 'Then',
      what: 'A yes',
      text: `The offer gets its tick with the day, and we ask again after ${daysInWords(rollCallDays)}.`,
    },
    {
      day: 'Or',
      what: 'A no',
      text: 'The offer is closed at once. Its page stays for a while and says that the role was filled.',
    },
    {
      day: `Day ${rollCallDays + rollCallSilenceDays}`,
      what: 'Or silence',
      text: `After ${daysInWords(rollCallSilenceDays)} without an answer the offer comes off the list, and its page says why.`,
    },
    {
      day: 'Later',
      what: 'A late answer',
      text: 'It counts too: the offer is back at once, with the days it had left.',
    },
  ];
  return (
    <Band title="The rule" note="The same for every offer that an employer posts here.">
      <table className="ledger max-w-200">
        <caption className="sr-only">What happens to an offer, from its publication on</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">When</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody className="[&_tr:first-child>*]:border-t [&_tr:first-child>*]:border-t-ink">
          {steps.map(({ day, what, text }) => (
            <tr key={what}>
              <th scope="row" className="num w-20 font-normal! whitespace-nowrap text-ink-3 md:w-28">
                {day}
              </th>
              <td>
                <b>{what}.</b> <span className="text-ink-2">{text}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Band>
  );
}

function Marks() {
  const marks: { glyph: GlyphName; label: string; text: string }[] = [
    { glyph: 'tick', label: 'Solid tick', text: 'Somebody said “still open” in the last three days.' },
    {
      glyph: 'tick-outline',
      label: 'Outlined tick',
      text: 'The last “still open” is a fortnight old at most.',
    },
    { glyph: 'dash', label: 'Dash', text: 'We have asked since, and there is no answer yet.' },
  ];
  return (
    <Band title="The marks" note="In the margin of every list, with the age underneath.">
      <ul className="max-w-200 border-t border-ink">
        {marks.map(({ glyph, label, text }) => (
          <li key={label} className="grid grid-cols-[2rem_1fr] gap-x-3 border-b border-rule py-3 text-sm">
            <Glyph name={glyph} className={glyph === 'dash' ? 'size-5! text-ink-3' : 'size-5! text-accent'} />
            <p>
              <b>{label}.</b> <span className="text-ink-2">{text}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-160 text-sm text-ink-2">
        The page of an offer has the whole log: each question, each answer, each silence. Where a company has
        answered three times or more, it says how long its answers usually take.
      </p>
    </Band>
  );
}

function Candidates() {
  return (
    <Band title="For candidates">
      <Questions>
        <Question title="What does a tick tell me?">
          That on that day somebody at the company pressed a button that says the job is open. It does not
          tell how many others apply, or how quick they are to reply.
        </Question>
        <Question title="What about offers from other boards?">
          We do not ask about those. Their board lists them or it does not: the tick is the day on which it
          last did, and the log names the board. Once it drops an offer, so do we.
        </Question>
        <Question title="The offer I liked is gone.">
          Its address still answers. It says whether the role was filled, ran out or is paused, and lists
          offers like it that are open.
        </Question>
        <Question title="An employer says yes, and it is not true.">
          Report it at the foot of the offer. The operator reads every report, and can take an offer off the
          list.
        </Question>
      </Questions>
      <ButtonLink href="/offers" className="mt-6">
        See the open offers
      </ButtonLink>
    </Band>
  );
}

function Employers({ rollCallDays, rollCallSilenceDays }: Explained) {
  return (
    <Band title="For employers">
      <Questions>
        <Question title="What do I have to do?">
          Once in {daysInWords(rollCallDays)}, press one of two buttons. The mail leads straight to them; you
          need not sign in. Several offers that are due together come in one mail.
        </Question>
        <Question title="Who is asked?">
          Whoever posted the offer. If they have left the company, its owners are.
        </Question>
        <Question title="I was away. Have I lost the days I paid for?">
          No. After {daysInWords(rollCallSilenceDays)} of silence the offer is paused, and from there its days
          stand still. Answer, and it goes on where it stopped.
        </Question>
        <Question title="We have enough applications for now.">
          Pause the offer on your page. It leaves the list, its days stand still, and we do not ask until you
          resume it.
        </Question>
        <Question title="Why not just leave it up?">
          Because candidates stop believing a list that does. Yours is read because the others on it are true.
        </Question>
      </Questions>
      <ButtonLink href="/post-a-job" className="mt-6">
        Post an offer
      </ButtonLink>
    </Band>
  );
}

function Questions({ children }: { children: ReactNode }) {
  return <div className="grid max-w-200 gap-6 md:grid-cols-2 md:gap-x-12">{children}</div>;
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className="mt-1.5 text-ink-2">{children}</p>
    </div>
  );
}
