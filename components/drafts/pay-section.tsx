import { Field, Input, Select, TextArea } from '@/components/ui/field';
import { LIMITS, type PayRow } from '@/domain/drafts/input';
import { CONTRACTS } from '@/domain/offers/input';
import { PERIOD_LABELS, TAX_LABELS } from '@/domain/offers/labels';
import { CONTRACT_LABELS, PAY_PERIODS, PAY_TAXES } from '@/domain/offers/rules';
import { AddRow, control, Fault, type FormParts, RemoveRow, Section, withBlanks } from './form-parts';

type PaySectionProps = FormParts & { currencies: string[] };

const BLANK: PayRow = { contract: '', min: '', max: '', currency: 'EUR', period: 'month', tax: 'gross' };

export function PaySection({ currencies, ...parts }: PaySectionProps) {
  const { form, faults } = parts;
  const last = form.pay.at(-1);
  // Another contract is most often in the same money.
  const blank = last ? { ...BLANK, currency: last.currency, period: last.period } : BLANK;
  const rows = withBlanks(form.pay, blank, 1, parts.added === 'pay');
  return (
    <Section id="s-pay" number={2} title="Pay">
      {rows.map((row, index) => (
        <Contract
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their number
          key={index}
          index={index}
          row={row}
          isStored={index < form.pay.length}
          currencies={currencies}
          {...parts}
        />
      ))}
      {rows.length < LIMITS.contracts && <AddRow group="pay">Add another contract</AddRow>}
      <details className="mt-4" open={form.payReason !== '' || faults.payReason !== undefined}>
        <summary className="link-button">No figures to give?</summary>
        <Field
          id="payReason"
          label="Why the pay is not stated"
          className="mt-2"
          hint="Candidates do not see it, the operator does. In many countries, those of the European Union among them, the range has to be stated."
          error={faults.payReason}
        >
          <TextArea {...control('payReason', parts, true)} defaultValue={form.payReason} rows={2} />
        </Field>
      </details>
    </Section>
  );
}

type ContractProps = FormParts & { index: number; row: PayRow; isStored: boolean; currencies: string[] };

function Contract({ index, row, isStored, currencies, ...parts }: ContractProps) {
  const name = (part: string) => `pay-${index}-${part}`;
  const contract = CONTRACTS.find((kind) => kind === row.contract);
  const title = contract ? CONTRACT_LABELS[contract] : `Contract ${index + 1}`;
  const known = currencies.includes(row.currency) || row.currency === '';
  return (
    <fieldset className="mt-6 first-of-type:mt-0">
      <legend className="sr-only">{title}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-3">
        <Field id={name('contract')} label="Contract" className="max-md:col-span-2">
          <Select {...control(name('contract'), parts)} defaultValue={row.contract}>
            <option value="">Choose</option>
            {CONTRACTS.map((kind) => (
              <option key={kind} value={kind}>
                {CONTRACT_LABELS[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={name('tax')} label="Figures are">
          <Select {...control(name('tax'), parts)} defaultValue={row.tax}>
            <option value="">Not said</option>
            {PAY_TAXES.map((kind) => (
              <option key={kind} value={kind}>
                {TAX_LABELS[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={name('period')} label="Paid">
          <Select {...control(name('period'), parts)} defaultValue={row.period}>
            {PAY_PERIODS.map((kind) => (
              <option key={kind} value={kind}>
                {PERIOD_LABELS[kind]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="mt-3 grid grid-cols-2 items-end gap-x-4 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6.25rem_auto]">
        <Field id={name('min')} label="From">
          <Input
            {...control(name('min'), parts)}
            defaultValue={row.min}
            inputMode="decimal"
            placeholder={index === 0 ? '18 000' : undefined}
            className="num"
          />
        </Field>
        <Field id={name('max')} label="To">
          <Input
            {...control(name('max'), parts)}
            defaultValue={row.max}
            inputMode="decimal"
            placeholder={index === 0 ? '24 000' : undefined}
            className="num"
          />
        </Field>
        <Field id={name('currency')} label="Currency">
          <Select {...control(name('currency'), parts)} defaultValue={row.currency}>
            {!known && <option value={row.currency}>{row.currency}</option>}
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </Select>
        </Field>
        {isStored ? <RemoveRow group="pay" index={index} what={title} /> : <span className="size-0" />}
      </div>
      {['contract', 'period', 'tax', 'min', 'max', 'currency'].map((part) => (
        <Fault key={part} name={name(part)} faults={parts.faults} />
      ))}
    </fieldset>
  );
}
