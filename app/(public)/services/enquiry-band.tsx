import { openForm } from '@/app/form-seal';
import { Band } from '@/components/layout/band';
import { EnquiryForm } from '@/components/services/enquiry-form';
import { answerTime, BUDGETS, MAX_ENQUIRY_LINE, MAX_ENQUIRY_MESSAGE } from '@/domain/enquiries/rules';
import { SEAL_FIELD, TRAP_FIELD } from '@/lib/form-guard';
import { send } from './actions';
import type { ServiceLine } from './loaders';

type EnquiryBandProps = {
  services: ServiceLine[];
  /** Slug of the one that is asked about, unless somebody chooses another. */
  chosen?: string;
  answerDays: number;
};

/** The form by which a service is asked for. */
export function EnquiryBand({ services, chosen, answerDays }: EnquiryBandProps) {
  return (
    <Band
      id="enquiry"
      title="Write to us"
      note={`A person reads it, and answers within ${answerTime(answerDays)}.`}
    >
      <EnquiryForm
        action={send}
        open={openForm}
        guard={{ trapField: TRAP_FIELD, sealField: SEAL_FIELD }}
        services={services.map(({ slug, title }) => ({ value: slug, label: title }))}
        chosen={chosen}
        budgets={Object.entries(BUDGETS).map(([value, label]) => ({ value, label }))}
        longest={{ line: MAX_ENQUIRY_LINE, message: MAX_ENQUIRY_MESSAGE }}
      />
    </Band>
  );
}
