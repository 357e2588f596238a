import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/classes';
import { Field, Input } from '@/components/ui/field';
import { Option } from '@/components/ui/option';
import { Trap } from '@/components/ui/trap';
import { FREQUENCIES, type Frequency } from '@/domain/newsletter/input';
import { FREQUENCY_LABELS, subscriptionWords } from '@/domain/newsletter/labels';
import { CHOSEN_ABOVE, consentWording } from '@/domain/newsletter/rules';

/** What a form signs up for. */
export type SignupTopic =
  | 'newsletter'
  /** New offers of one search: its query string and what that narrows, as `readSearch` gives them. */
  | { query: string; words: string }
  /** The fields to choose from, `newsletter` and `alert`. */
  | { choices: ReactNode };

/** The field that only a bot fills in, and the one that says when the form was handed out. */
export type FormGuard = { trapField: string; sealField: string; seal: string };

export type SignupFormProps = {
  /** Begins the ids of its fields: one to a page. */
  id: string;
  topic: SignupTopic;
  siteName: string;
  /** Path of the page that it is on: part of the proof of consent. */
  from: string;
  /** From `signupGuard()`. */
  guard: FormGuard;
  /** Typed before, in a form that came back. */
  email?: string;
  frequency?: Frequency;
  /** What is wrong with the address. */
  fault?: string;
  /** Red, where it is what the page is for. */
  kind?: 'go' | 'ink';
  /** True where field and button share a line on wide screens. */
  inline?: boolean;
  className?: string;
  /** Before the button, such as the question whether an address was meant. */
  children?: ReactNode;
};

/** Signs up for mail, by a plain POST: nothing is sent before the mailed link is confirmed. */
export function SignupForm(props: SignupFormProps) {
  const { id, topic, siteName, from, guard, email, frequency = 'daily', fault, kind = 'ink', inline } = props;
  const isChoice = typeof topic === 'object' && 'choices' in topic;
  const search = typeof topic === 'object' && 'query' in topic ? topic : null;
  const field = `${id}-email`;
  return (
    <form method="post" action="/newsletter/signup" className={cx('max-w-136', props.className)}>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name={guard.sealField} value={guard.seal} />
      {topic === 'newsletter' && <input type="hidden" name="newsletter" value="on" />}
      {isChoice && <input type="hidden" name="choice" value="on" />}
      {search && <input type="hidden" name="alert" value={`?${search.query}`} />}
      <Trap name={guard.trapField} />
      {isChoice && topic.choices}
      {search && <p className="mb-4 text-sm text-ink-2 wrap-anywhere">{search.words}</p>}
      <div className={inline ? 'flex flex-wrap items-end gap-3' : undefined}>
        <Field
          id={field}
          label="Your e-mail"
          error={fault}
          className={inline ? 'min-w-60 flex-1' : undefined}
        >
          <Input
            id={field}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            defaultValue={email}
            aria-invalid={fault ? true : undefined}
            aria-describedby={cx(fault && `${field}-error`, `${id}-terms`)}
            autoFocus={fault !== undefined}
          />
        </Field>
        {search && <FrequencyChoice chosen={frequency} />}
        {props.children}
        <Button type="submit" kind={kind} className={inline ? undefined : 'mt-4'}>
          {search ? 'Save the alert' : 'Subscribe'}
        </Button>
      </div>
      <p id={`${id}-terms`} className="mt-3 text-xs text-ink-3">
        {consentWording(siteName, isChoice ? CHOSEN_ABOVE : subscriptionWords(search?.words ?? null))}{' '}
        <a href="/privacy">Privacy</a>
      </p>
    </form>
  );
}

/** How often an alert mails. */
export function FrequencyChoice({ chosen }: { chosen: Frequency }) {
  return (
    <fieldset className="mt-4">
      <legend className="mb-1 text-sm leading-5 font-semibold">How often</legend>
      {FREQUENCIES.map((frequency) => (
        <Option
          key={frequency}
          type="radio"
          name="frequency"
          value={frequency}
          defaultChecked={frequency === chosen}
        >
          {FREQUENCY_LABELS[frequency]}
        </Option>
      ))}
    </fieldset>
  );
}
