import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { NewsletterChoice } from '@/components/newsletter/newsletter-choice';
import { SignupForm } from '@/components/newsletter/signup-form';
import { loadRoleChoice } from './loaders';
import { signupGuard } from './signup-guard';

export const dynamic = 'error';

export const metadata: Metadata = {
  title: 'Newsletter and alerts',
  description:
    'New IT offers by mail: the newsletter, the news of a role, or any search as an alert. One click leaves.',
  alternates: { canonical: '/newsletter' },
};

const PROMISES = [
  'Nothing is sent before you confirm your address.',
  'Every mail has a link that leaves with one click, and it never runs out.',
  'An alert brings new offers only, and no offer twice. Nothing new means no mail.',
  'Offers that a company paid to have featured say so.',
  'No tracking pixels, and your address goes to nobody.',
];

export default async function NewsletterPage() {
  const [site, roles] = await Promise.all([loadSite(), loadRoleChoice()]);
  return (
    <Band
      side={
        <div className="grid gap-2 text-sm text-ink-3">
          <p>
            Already on the list? <a href="/newsletter/preferences">Your preferences</a>
          </p>
          <p>
            What was sent so far: <a href="/newsletter/archive">the archive</a>
          </p>
        </div>
      }
    >
      <div className="grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <h1 className="md:text-4xl md:leading-[1.05]">The newsletter</h1>
          <p className="lede mt-4">
            New offers, what the market pays for them, and nothing a company paid for without a label on it.
          </p>
          <SignupForm
            id="newsletter"
            className="mt-8"
            topic={{ choices: <NewsletterChoice roles={roles} /> }}
            siteName={site.name}
            from="/newsletter"
            guard={signupGuard()}
            kind="go"
          />
          <p className="mt-8 max-w-136 text-sm text-ink-2">
            Looking for something narrower? Any search of the <a href="/offers">offers</a> can be had by mail:
            set the filters, then choose “E-mail me new ones”.
          </p>
        </div>
        <aside className="h-fit border-t border-ink pt-4">
          <h2 className="text-lg leading-7 md:text-lg md:leading-7">What you can rely on</h2>
          <ul className="mt-2 text-sm">
            {PROMISES.map((promise) => (
              <li key={promise} className="border-b border-rule py-2.5 text-ink-2">
                {promise}
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Band>
  );
}
