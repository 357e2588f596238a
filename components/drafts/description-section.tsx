import { TextArea } from '@/components/ui/field';
import { LIMITS } from '@/domain/drafts/input';
import { formatNumber } from '@/domain/offers/labels';
import { DescriptionEditor } from './description-editor';
import { control, Fault, type FormParts, Section } from './form-parts';

export function DescriptionSection(parts: FormParts) {
  const { form, faults } = parts;
  return (
    <Section id="s-description" number={4} title="Description">
      <label
        id="description-label"
        htmlFor="description"
        className="mb-1.5 block text-sm leading-5 font-semibold"
      >
        The work, in your own words
      </label>
      <DescriptionEditor
        field="description"
        labelledBy="description-label"
        describedBy={faults.description ? 'description-hint description-error' : 'description-hint'}
      >
        <TextArea
          {...control('description', parts, true)}
          defaultValue={form.description}
          rows={14}
          className="block min-h-60"
        />
      </DescriptionEditor>
      <p id="description-hint" className="mt-1.5 text-xs text-ink-3">
        Plain text or Markdown: ### for a heading, a hyphen for an item of a list.{' '}
        {formatNumber(LIMITS.descriptionMin)} to {formatNumber(LIMITS.descriptionMax)} characters
        {form.description !== '' && `; ${formatNumber(form.description.trim().length)} when it was loaded`}.
      </p>
      <Fault name="description" faults={faults} />
    </Section>
  );
}
