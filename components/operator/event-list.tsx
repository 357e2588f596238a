import { type EventData, eventFacts, eventLabel, eventReason } from '@/domain/operator/rules';
import { Moment } from './moment';

export type HappenedEvent = {
  id: number;
  at: string;
  actor: string;
  email: string | null;
  type: string;
  data: EventData;
};

/** What happened to a thing, the latest first. */
export function EventList({ events }: { events: HappenedEvent[] }) {
  return (
    <ol className="border-t border-ink text-sm">
      {events.map((event) => (
        <li key={event.id} className="gap-4 border-b border-rule py-2.5 md:grid md:grid-cols-[9rem_1fr]">
          <p className="text-ink-3 max-md:text-xs">
            <Moment at={event.at} />
          </p>
          <div className="min-w-0">
            <p>
              <b>{eventLabel(event.type)}</b> <span className="text-ink-3">by {actorName(event)}</span>
            </p>
            <EventDetails data={event.data} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The reason that was given, and the bare facts. */
export function EventDetails({ data }: { data: EventData }) {
  const [reason, facts] = [eventReason(data), eventFacts(data)];
  return (
    <>
      {facts && <p className="text-ink-2">{facts}</p>}
      {reason && <p className="mt-1 border-l-2 border-rule pl-3 text-ink-2">{reason}</p>}
    </>
  );
}

function actorName({ actor, email }: Pick<HappenedEvent, 'actor' | 'email'>): string {
  if (email) return email;
  if (actor === 'system') return 'the portal';
  if (actor.startsWith('import:')) return `the import “${actor.slice('import:'.length)}”`;
  return actor.startsWith('user:') ? 'somebody who has left' : actor;
}
