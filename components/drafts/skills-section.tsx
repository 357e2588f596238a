import { Input, Select } from '@/components/ui/field';
import { LIMITS, SKILL_LEVELS, type SkillRow } from '@/domain/drafts/input';
import { AddRow, control, Fault, type FormParts, RemoveRow, Section, withBlanks } from './form-parts';

type SkillsSectionProps = FormParts & {
  /** Names of all that are known. */
  skills: string[];
};

const BLANK: SkillRow = { name: '', level: '', need: 'required' };
const LEAST_ROWS = 3;
const LIST = 'known-skills';
/** On small screens the name has a line of its own. */
const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.75rem] items-center gap-1.5 md:grid-cols-[minmax(0,1fr)_10rem_9rem_2.75rem] md:gap-x-3';

export function SkillsSection({ skills, ...parts }: SkillsSectionProps) {
  const { form, faults } = parts;
  const rows = withBlanks(form.skills, BLANK, LEAST_ROWS, parts.added === 'skill');
  return (
    <Section id="s-skill" number={3} title="Skills">
      <div className={`${COLUMNS} border-b border-ink pb-1.5 text-xs text-ink-3`} aria-hidden="true">
        <span className="max-md:hidden">Skill</span>
        <span>Level</span>
        <span>Wanted as</span>
      </div>
      {rows.map((row, index) => {
        const name = (part: string) => `skill-${index}-${part}`;
        const said = row.name || `skill ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their number
          <div key={index} className="border-b border-rule py-1.5">
            <div className={COLUMNS}>
              <Input
                {...control(name('name'), parts)}
                defaultValue={row.name}
                list={LIST}
                aria-label={`Skill ${index + 1}`}
                placeholder={index === 0 ? 'Python' : undefined}
                className="max-md:col-span-3"
              />
              <Select
                {...control(name('level'), parts)}
                defaultValue={row.level}
                aria-label={`Level of ${said}`}
              >
                <option value="">Any</option>
                {SKILL_LEVELS.map((label, step) => (
                  <option key={label} value={step + 1}>
                    {label}
                  </option>
                ))}
              </Select>
              <Select
                {...control(name('need'), parts)}
                defaultValue={row.need || 'required'}
                aria-label={`How ${said} is wanted`}
              >
                <option value="required">Required</option>
                <option value="useful">Useful</option>
              </Select>
              {index < form.skills.length ? <RemoveRow group="skill" index={index} what={said} /> : <span />}
            </div>
            <Fault name={name('name')} faults={faults} />
          </div>
        );
      })}
      {rows.length < LIMITS.skills && <AddRow group="skill">Add another skill</AddRow>}
      <datalist id={LIST}>
        {skills.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Section>
  );
}
