import type Stripe from 'stripe';
import { noSuch } from '../errors';
import { isWithin, listPage } from '../lists';
import {
  boolean,
  EXPAND,
  list,
  optional,
  PAGE,
  type Parameters,
  range,
  refuseBoth,
  text,
} from '../parameters';
import { endpoint } from './endpoint';

const LIST = {
  ...PAGE,
  created: optional(range()),
  delivery_success: optional(boolean()),
  type: optional(text()),
  types: optional(list(text(), { max: 20 })),
} satisfies Parameters<Stripe.EventListParams>;

export const EVENTS = [
  endpoint('GET /v1/events', LIST, ({ state }, { created, delivery_success, type, types, ...page }) => {
    refuseBoth({ type, types }, 'type', 'types');
    const wanted = types ?? (type === undefined ? undefined : [type]);
    return listPage(
      state.all('event'),
      page,
      '/v1/events',
      (one) =>
        isWithin(one, created) &&
        (wanted === undefined || wanted.some((pattern) => matches(one.type, pattern))) &&
        (delivery_success === undefined || (one.pending_webhooks === 0) === delivery_success),
    );
  }),
  endpoint('GET /v1/events/:id', EXPAND, ({ state }, _, id) => {
    const event = state.find('event', id);
    if (!event) throw noSuch('event', id);
    return event;
  }),
];

/** `charge.*` means all that begins so. */
function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
