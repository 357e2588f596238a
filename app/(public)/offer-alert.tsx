import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { SignupForm } from '@/components/newsletter/signup-form';
import { signupGuard } from './newsletter/signup-guard';

type OfferAlertProps = {
  /** What they are offers of, as in "backend offers". */
  of: string;
  /** The search that the page stands for. */
  alert: { query: string; words: string };
  /** Path of the page. */
  from: string;
};

/** New offers of a page, by mail. */
export async function OfferAlert({ of, alert, from }: OfferAlertProps) {
  const { name } = await loadSite();
  return (
    <Band id="subscribe" title={`New ${of}, by mail`} note={`Only ${of}, and only when there are some.`}>
      <SignupForm id="alert" topic={alert} siteName={name} guard={signupGuard()} from={from} />
    </Band>
  );
}
