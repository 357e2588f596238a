import { Select } from '@/components/ui/field';

type CompanySwitchProps = {
  companies: { slug: string; name: string }[];
  current: string;
  choose: (form: FormData) => Promise<void>;
};

/** For somebody of several companies: which of them they work for. */
export function CompanySwitch({ companies, current, choose }: CompanySwitchProps) {
  return (
    <form action={choose} className="max-w-56 lg:max-w-44">
      <label htmlFor="acting-for" className="mb-1 block text-xs">
        Working for
      </label>
      <Select key={current} small id="acting-for" name="company" defaultValue={current}>
        {companies.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <button type="submit" className="link-button mt-1 text-xs">
        Switch
      </button>
    </form>
  );
}
