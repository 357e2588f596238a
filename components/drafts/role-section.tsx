import { Field, Input, Select } from '@/components/ui/field';
import { Option } from '@/components/ui/option';
import { LIMITS } from '@/domain/drafts/input';
import { SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { AddRow, control, Fault, type FormParts, RemoveRow, Section, withBlanks } from './form-parts';
import { RoleByTitle } from './hint-list';

type RoleSectionProps = FormParts & { roles: { slug: string; title: string }[] };

export function RoleSection({ roles, ...parts }: RoleSectionProps) {
  const { form, faults } = parts;
  return (
    <Section id="s-role" number={1} title="The role">
      <Field
        id="title"
        label="Job title"
        hint={`What you would call it across the table. ${LIMITS.title} characters at most.`}
        error={faults.title}
      >
        <Input {...control('title', parts, true)} defaultValue={form.title} required />
      </Field>
      <Field
        id="role"
        label="Role"
        className="mt-5"
        hint="Under this the offer is listed and compared."
        error={faults.role}
      >
        <Select {...control('role', parts, true)} defaultValue={form.role}>
          <RoleByTitle />
          {roles.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Choices
        name="seniority"
        legend="Level"
        value={form.seniority}
        options={[
          ['', 'As the title says'],
          ...SENIORITIES.map((level) => [level, SENIORITY_LABELS[level]] as const),
        ]}
        {...parts}
      />
      <Choices
        name="workplace"
        legend="Workplace"
        value={form.workplace}
        options={WORKPLACES.map((kind) => [kind, WORKPLACE_LABELS[kind]] as const)}
        {...parts}
      />
      <div className="mt-5 group-has-[#workplace-remote:checked]:hidden">
        <Places group="place" label="Place" example="Kraków, Poland" typed={form.places} {...parts} />
      </div>
      <div className="mt-5 hidden group-has-[#workplace-remote:checked]:block">
        <Places
          group="home"
          label="Where people may live"
          example="Poland, or Worldwide"
          typed={form.homes}
          {...parts}
        />
      </div>
      <Field
        id="workplaceNote"
        label="Note on the workplace"
        className="mt-5"
        hint="If there is more to know, such as “2 days a week” or “CET ± 2 hours”."
        error={faults.workplaceNote}
      >
        <Input {...control('workplaceNote', parts, true)} defaultValue={form.workplaceNote} />
      </Field>
      <div className="mt-4">
        <Option name="partTime" value="on" defaultChecked={form.partTime !== ''}>
          Part time
        </Option>
      </div>
    </Section>
  );
}

type ChoicesProps = FormParts & {
  name: 'seniority' | 'workplace';
  legend: string;
  value: string;
  options: (readonly [string, string])[];
};

function Choices({ name, legend, value, options, ...parts }: ChoicesProps) {
  const faulty = parts.faults[name] !== undefined;
  return (
    <fieldset className="mt-5" aria-describedby={faulty ? `${name}-error` : undefined}>
      <legend className="mb-1 text-sm leading-5 font-semibold">{legend}</legend>
      <div id={name} className="flex flex-wrap gap-x-6">
        {options.map(([option, label], index) => (
          <Option
            key={option}
            type="radio"
            id={`${name}-${option}`}
            name={name}
            value={option}
            defaultChecked={value === option}
            aria-invalid={faulty || undefined}
            autoFocus={parts.focus === name && index === 0}
          >
            {label}
          </Option>
        ))}
      </div>
      <Fault name={name} faults={parts.faults} />
    </fieldset>
  );
}

type PlacesProps = FormParts & { group: 'place' | 'home'; label: string; example: string; typed: string[] };

function Places({ group, label, example, typed, ...parts }: PlacesProps) {
  const rows = withBlanks(typed, '', 1, parts.added === group);
  return (
    <fieldset id={`s-${group}`}>
      <legend className="mb-1.5 text-sm leading-5 font-semibold">{label}</legend>
      {rows.map((text, index) => {
        const name = `${group}-${index}`;
        return (
          <div key={name} className="mt-2 first-of-type:mt-0">
            <div className="flex gap-1">
              <Input
                {...control(name, parts)}
                defaultValue={text}
                placeholder={index === 0 ? example : undefined}
                aria-label={index === 0 ? label : `${label}, no. ${index + 1}`}
              />
              {text !== '' && <RemoveRow group={group} index={index} what={text} />}
            </div>
            <Fault name={name} faults={parts.faults} />
          </div>
        );
      })}
      <Fault name={`${group}-${rows.length}`} faults={parts.faults} />
      <AddRow group={group}>Add another place</AddRow>
    </fieldset>
  );
}
