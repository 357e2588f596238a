import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead, Views } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { Blank } from '@/components/ui/blank';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Pager } from '@/components/ui/pager';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { emailDomain, isPublicMailDomain } from '@/domain/accounts/rules';
import { type Claim, listClaims } from '@/domain/operator/claims';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { consoleHref } from '../hrefs';
import { decide } from './actions';

export const metadata: Metadata = { title: 'Claims' };

export default async function ClaimsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/claims');
  const params = await searchParams;
  const [decided, page] = [textParam(params, 'show') === 'decided', pageParam(params)];
  const { lines, total } = await listClaims(database(), { decided, page });
  const show = decided ? 'decided' : undefined;
  return (
    <>
      <ConsoleHead title="Claims" note="Somebody says that a company is theirs. Granted, they own its page.">
        <Views
          label="Claims"
          views={[
            { href: '/operator/claims', label: 'Waiting', open: !decided },
            { href: '/operator/claims?show=decided', label: 'Decided', open: decided },
          ]}
        />
      </ConsoleHead>
      {lines.length === 0 && <Blank title={decided ? 'None was decided yet.' : 'Nobody waits.'} />}
      {lines.length > 0 && (
        <ul className="border-t border-ink">
          {lines.map((claim) => (
            <ClaimLine key={claim.id} claim={claim} />
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        href={(to) => consoleHref('/operator/claims', { show, page: to })}
      />
    </>
  );
}

function ClaimLine({ claim }: { claim: Claim }) {
  const { company, user, owners } = claim;
  return (
    <li className="border-b border-rule py-4 text-sm">
      <h2 className="font-sans text-md leading-[inherit] font-semibold md:text-md md:leading-[inherit]">
        <a href={`/operator/companies/${company.id}`}>{company.name}</a>
      </h2>
      <p className="mt-0.5 text-ink-2">
        by <a href={`/operator/users/${user.id}`}>{user.name ? `${user.name}, ${user.email}` : user.email}</a>
        , <Moment at={claim.createdAt} />
      </p>
      <p className="mt-2">
        <Evidence claim={claim} />
      </p>
      {owners.length > 0 && <p className="mt-2 text-ink-2">It belongs to {owners.join(', ')} now.</p>}
      {claim.message && (
        <p className="mt-2 max-w-160 border-l-2 border-rule pl-3 whitespace-pre-line text-ink-2">
          {claim.message}
        </p>
      )}
      {claim.state === 'waiting' ? (
        <Decide claim={claim} />
      ) : (
        <p className="mt-3">
          <Status kind={claim.state === 'granted' ? 'good' : 'plain'}>
            {claim.state === 'granted' ? 'Granted' : 'Turned down'}
          </Status>
        </p>
      )}
    </li>
  );
}

function Decide({ claim: { id, company, user } }: { claim: Claim }) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-2">
      <Confirm
        label={
          <>
            Grant it<span className="sr-only">: {company.name}</span>
          </>
        }
      >
        <p>
          {user.email} will own {company.name}: its page, its people and its offers. The portal has no way to
          take that back.
        </p>
        <form action={decide} className="mt-3">
          <input type="hidden" name="id" value={id} />
          <Button small kind="ink" type="submit" name="decision" value="grant">
            Grant it
          </Button>
        </form>
      </Confirm>
      <form action={decide}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" className="link-button" name="decision" value="refuse">
          Turn it down<span className="sr-only">: {company.name}</span>
        </button>
      </form>
    </div>
  );
}

/** What the claimant's address says for the claim, or against it. */
function Evidence({ claim: { company, user } }: { claim: Claim }) {
  const domain = emailDomain(user.email);
  if (company.domain === domain) return <Status kind="good">The address is at the company’s domain</Status>;
  if (isPublicMailDomain(domain)) return <Status kind="warn">The address is at a public mail service</Status>;
  const known = company.domain
    ? `the company’s domain is ${company.domain}`
    : 'the company’s domain is not known';
  return <Status kind="warn">{`The address is at ${domain}, ${known}`}</Status>;
}
