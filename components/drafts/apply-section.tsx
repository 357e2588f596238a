import { Field, Input } from '@/components/ui/field';
import { LIMITS } from '@/domain/drafts/input';
import { control, type FormParts, Section } from './form-parts';

const DAY_MS = 86_400_000;

/** `today`: UTC day (YYYY-MM-DD). */
export function ApplySection({ today, ...parts }: FormParts & { today: string }) {
  const { form, faults } = parts;
  const latest = new Date(Date.parse(today) + LIMITS.closesWithin * DAY_MS).toISOString().slice(0, 10);
  return (
    <Section id="s-apply" number={5} title="How to apply">
      <Field
        id="apply"
        label="Where to apply"
        hint="A page or an e-mail address. We count clicks and nothing else."
        error={faults.apply}
      >
        <Input
          {...control('apply', parts, true)}
          defaultValue={form.apply}
          placeholder="https://company.example/jobs/412"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field
        id="closes"
        label="Closing date"
        className="mt-5 max-w-60"
        hint={`If there is one: ${LIMITS.closesWithin} days from now at most. You may change it later.`}
        error={faults.closes}
      >
        <Input
          {...control('closes', parts, true)}
          type="date"
          min={today}
          max={latest}
          defaultValue={form.closes}
        />
      </Field>
    </Section>
  );
}
