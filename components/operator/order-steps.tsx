import { EventDetails } from '@/components/operator/event-list';
import { type EventData, eventLabel } from '@/domain/operator/rules';
import { Moment } from './moment';

export type Step = {
  key: string;
  at: string;
  /** Where Stripe told: its id of the event, and when it was dealt with. */
  stripe: { id: string; handledAt: string } | null;
  type: string;
  actor: string | null;
  email: string | null;
  data: EventData;
};

/** What happened to an order, at Stripe and here, in sequence. */
export function OrderSteps({ steps }: { steps: Step[] }) {
  return (
    <ol className="border-t border-ink text-sm">
      {steps.map((step) => (
        <li key={step.key} className="gap-4 border-b border-rule py-2.5 md:grid md:grid-cols-[9rem_1fr]">
          <p className="text-ink-3 max-md:text-xs">
            <Moment at={step.at} />
          </p>
          <div className="min-w-0">
            <p className="break-words">
              {step.stripe ? <code>{step.type}</code> : <b>{eventLabel(step.type)}</b>}{' '}
              <span className="text-ink-3">by {actorName(step)}</span>
            </p>
            {step.stripe && (
              <p className="text-xs break-all text-ink-3">
                {step.stripe.id}, dealt with <Moment at={step.stripe.handledAt} />
              </p>
            )}
            <EventDetails data={step.data} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function actorName({ stripe, actor, email }: Step): string {
  if (stripe) return 'Stripe';
  if (email) return email;
  return actor === 'system' ? 'the portal' : 'somebody who has left';
}
