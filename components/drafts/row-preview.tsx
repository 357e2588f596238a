'use client';

import { OfferRow } from '@/components/offers/offer-row';
import { useDraft } from './draft-keeper';

/** The offer's row as lists will show it, as of the last save. */
export function RowPreview() {
  const { live } = useDraft();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets Safari no longer takes it for a list
    <ul role="list" className="row-preview">
      <OfferRow offer={live.row} pay={live.pay} today={live.today} />
    </ul>
  );
}
