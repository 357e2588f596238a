/**
 * Says once that somebody has the offer before their eyes: not a page fetched or drawn ahead, not one that stays
 * in the background. A script of its own, since the page has no other.
 */
export function ViewBeacon({ offerId }: { offerId: number }) {
  return <script>{script(offerId)}</script>;
}

function script(offerId: number): string {
  return `(d=>{let s=0,f=()=>{s||d.prerendering||d.hidden||(s=1,navigator.sendBeacon('/api/views','${offerId}'))};f();d.addEventListener('visibilitychange',f);d.addEventListener('prerenderingchange',f)})(document)`;
}
