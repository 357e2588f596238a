import { Option } from '@/components/ui/option';
import { formatCount } from '@/domain/offers/labels';

/** One value of a filter, with the offers that would be found under it. */
export type FacetOption = {
  /** As in the URL. */
  value: string;
  label: string;
  count: number;
  capped: boolean;
  selected: boolean;
};

type FacetOptionsProps = {
  legend: string;
  /** Key in the URL. */
  name: string;
  options: FacetOption[];
  /** What the hidden rest is called: "skills". */
  plural: string;
};

const SHOWN = 8;
const SHOWN_BESIDE_SELECTED = 3;

/** Few options stay as they are; of many, those in use come first, then the most frequent, then the fold. */
export function foldOptions(options: FacetOption[]): [shown: FacetOption[], folded: FacetOption[]] {
  // Folding a single one away would save nothing.
  if (options.length <= SHOWN + 1) return [options, []];
  const inUse = options.filter((option) => option.selected);
  const others = options.filter((option) => !option.selected);
  const room = Math.max(SHOWN - inUse.length, SHOWN_BESIDE_SELECTED);
  return [[...inUse, ...others.slice(0, room)], others.slice(room)];
}

/** A filter with many values: those in use and the most frequent at once, the others folded away. */
export function FacetOptions({ legend, name, options, plural }: FacetOptionsProps) {
  if (options.length === 0) return null;
  const [shown, folded] = foldOptions(options);
  return (
    <FilterGroup legend={legend}>
      {shown.map((option) => (
        <FacetOptionRow key={option.value} name={name} option={option} />
      ))}
      {folded.length > 0 && (
        <details>
          <summary className="link-button">
            {folded.length} more {plural}
          </summary>
          {folded.map((option) => (
            <FacetOptionRow key={option.value} name={name} option={option} />
          ))}
        </details>
      )}
    </FilterGroup>
  );
}

function FacetOptionRow({ name, option }: { name: string; option: FacetOption }) {
  return (
    <Option
      name={name}
      value={option.value}
      defaultChecked={option.selected || undefined}
      count={formatCount(option.count, option.capped)}
    >
      {option.label}
    </Option>
  );
}

export function FilterGroup({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="filter-group">
      <legend>{legend}</legend>
      <div>{children}</div>
    </fieldset>
  );
}
