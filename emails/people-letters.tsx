import { Action, Letter, Paragraph } from './letter';
import type { Writers } from './writer';

const ROLE = { owner: 'an owner', recruiter: 'a recruiter' };

/** Accounts, and who belongs to a company. */
export const PEOPLE_LETTERS: Writers<
  | 'sign-in'
  | 'email-change'
  | 'email-changed'
  | 'account-deleted'
  | 'invitation'
  | 'claim-received'
  | 'claim-of-colleague'
  | 'claim-decided'
> = {
  'sign-in': ({ url, draftTitle }, site) => ({
    subject: `Sign in to ${site.name}`,
    body: (
      <Letter
        site={site}
        preview="The link works for 15 minutes, and once."
        heading="Sign in"
        reason="You get this because somebody gave your address to sign in. If that was not you, nothing happens."
      >
        <Paragraph>The button opens a page that signs you in. It works for 15 minutes, and once.</Paragraph>
        {draftTitle && <Paragraph>Your draft “{draftTitle}” is waiting there.</Paragraph>}
        <Action href={url}>Sign in</Action>
      </Letter>
    ),
  }),
  'email-change': ({ url, newEmail, side }, site) => ({
    subject: 'Confirm your new address',
    body: (
      <Letter
        site={site}
        preview={`Change your address to ${newEmail}`}
        heading="Change of address"
        reason="You get this because a change of address was asked for. If that was not you, do nothing: it lapses in a day."
      >
        <Paragraph>
          {side === 'old'
            ? `Your account is about to move to ${newEmail}. Both addresses have to agree.`
            : `${newEmail} is about to become the address of an account. Both addresses have to agree.`}
        </Paragraph>
        <Action href={url}>Agree to the change</Action>
      </Letter>
    ),
  }),
  'email-changed': ({ newEmail }, site) => ({
    subject: 'Your address was changed',
    body: (
      <Letter
        site={site}
        preview={`You sign in as ${newEmail} from now on.`}
        heading="Your address was changed"
        reason="You get this because it was the address of your account."
      >
        <Paragraph>From now on you sign in as {newEmail}.</Paragraph>
      </Letter>
    ),
  }),
  'account-deleted': (_, site) => ({
    subject: 'Your account is gone',
    body: (
      <Letter
        site={site}
        preview="Your account and what belonged to it were deleted."
        heading="Your account is gone"
        reason="You get this because you deleted your account. It is the last mail."
      >
        <Paragraph>
          Your address, name and sessions were deleted. What was done in your name is kept without it.
        </Paragraph>
      </Letter>
    ),
  }),
  invitation: ({ url, company, role, invitedBy }, site) => ({
    subject: `${company} invites you`,
    body: (
      <Letter
        site={site}
        preview={`${invitedBy} wants you as ${ROLE[role]} of ${company}.`}
        heading={`Join ${company}`}
        reason={`You get this because ${invitedBy} gave your address. If you do not know them, do nothing.`}
      >
        <Paragraph>
          {invitedBy} wants you as {ROLE[role]} of {company} on {site.name}. The invitation holds for a week.
        </Paragraph>
        <Action href={url}>See the invitation</Action>
      </Letter>
    ),
  }),
  'claim-received': ({ company, email }, site) => ({
    subject: `${company} is claimed`,
    body: (
      <Letter
        site={site}
        preview={`${email} says that ${company} is theirs.`}
        heading="A company is claimed"
        reason="You get this because you run the portal."
      >
        <Paragraph>
          {email} says that {company} is theirs. Their address does not show it, so it is yours to decide.
        </Paragraph>
        <Action href={`${site.url}/operator/claims`}>Decide</Action>
      </Letter>
    ),
  }),
  'claim-of-colleague': ({ company, email }, site) => ({
    subject: `${email} wants to join ${company}`,
    body: (
      <Letter
        site={site}
        preview={`${email} says that they belong to ${company}.`}
        heading="Somebody wants to join"
        reason="You get this because you are an owner of the company."
      >
        <Paragraph>
          {email} says that they belong to {company}. It has owners, so it is yours to decide. If you do not
          know them, turn it down.
        </Paragraph>
        <Action href={`${site.url}/employer/people`}>Decide</Action>
      </Letter>
    ),
  }),
  'claim-decided': ({ company, granted }, site) => ({
    subject: granted ? `${company}: your claim was granted` : `${company}: your claim was turned down`,
    body: (
      <Letter
        site={site}
        preview={granted ? 'You can post its offers.' : 'We could not see that you belong to it.'}
        heading={granted ? 'Your claim was granted' : 'Your claim was turned down'}
        reason="You get this because you claimed the company."
      >
        <Paragraph>
          {granted
            ? `You act for ${company} from now on. What you can do there, you find on its pages.`
            : `We could not see that you belong to ${company}. An address at the company’s own domain says more than words.`}
        </Paragraph>
        <Action href={`${site.url}/employer${granted ? '' : '/company/new'}`}>
          {granted ? 'To the company' : 'Try again'}
        </Action>
      </Letter>
    ),
  }),
};
