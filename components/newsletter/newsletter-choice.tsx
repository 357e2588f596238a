import { Field, Select } from '@/components/ui/field';
import { Option } from '@/components/ui/option';
import { FREQUENCIES, type Frequency } from '@/domain/newsletter/input';
import { FREQUENCY_LABELS } from '@/domain/newsletter/labels';

type NewsletterChoiceProps = {
  roles: { slug: string; title: string }[];
  newsletter?: boolean;
  /** Query string of the search that was chosen, or null. */
  alert?: string | null;
  frequency?: Frequency;
};

/** What can be asked for without a search: the newsletter, and the news of a role. */
export function NewsletterChoice({
  roles,
  newsletter = true,
  alert = null,
  frequency = 'daily',
}: NewsletterChoiceProps) {
  return (
    <fieldset className="mb-5">
      <legend className="mb-1.5 text-sm leading-5 font-semibold">What to send</legend>
      <div className="border-b border-rule pb-2">
        <Option name="newsletter" value="on" defaultChecked={newsletter}>
          <span>
            The newsletter
            <small className="block text-xs text-ink-3">Whenever there is one, and not more often</small>
          </span>
        </Option>
      </div>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        <Field id="choice-role" label="New offers in a role">
          <Select id="choice-role" name="alert" defaultValue={alert === null ? '' : `?${alert}`}>
            <option value="">None</option>
            {roles.map(({ slug, title }) => (
              <option key={slug} value={`?role=${slug}`}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="choice-frequency" label="How often">
          <Select id="choice-frequency" name="frequency" defaultValue={frequency}>
            {FREQUENCIES.map((one) => (
              <option key={one} value={one}>
                {FREQUENCY_LABELS[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </fieldset>
  );
}
