import { CONTRACTS } from '@/domain/offers/input';
import { formatNumber, PERIOD_LABELS } from '@/domain/offers/labels';
import { isPlausiblePay, type Rates, toYearlyEur } from '@/domain/offers/pay';
import type { RecordPay } from '@/domain/offers/record';
import { CONTRACT_LABELS, PAY_PERIODS, PAY_TAXES } from '@/domain/offers/rules';
import { toMinorUnits } from '@/lib/money';
import { readAmount } from '@/lib/read-amount';
import { LIMITS, type PayRow, type TypedForm } from './input';
import { quote } from './quote';

/**
 * The contracts of the form with their pay, in minor units. A contract without figures is one whose pay is not
 * stated; that takes a reason, and where pay is required by law (`requiredBy`: the countries in words) it is a fault.
 */
export function readPay(
  form: TypedForm,
  rates: Rates,
  requiredBy: string | null,
  faults: Record<string, string>,
): { pay: RecordPay[]; payReason: string | null } {
  const pay: RecordPay[] = [];
  const before = Object.keys(faults).length;
  for (const [index, row] of form.pay.slice(0, LIMITS.contracts + 1).entries()) {
    const read = readRow(row, `pay-${index}`, rates, faults);
    if (!read) continue;
    if (pay.some(({ contract }) => contract === read.contract))
      faults[`pay-${index}-contract`] =
        `${CONTRACT_LABELS[read.contract]} is there twice. Give each contract one range.`;
    else pay.push(read);
  }
  if (form.pay.length === 0) faults['pay-0-contract'] = 'Choose the kind of contract, and say what it pays.';

  const reason = form.payReason.trim();
  const silent = pay.findIndex(({ min }) => min === null);
  if (silent >= 0 && Object.keys(faults).length === before) {
    const field = `pay-${silent}-min`;
    if (requiredBy !== null)
      faults[field] =
        `Offers have to state their pay here (${requiredBy}). Give the range you would agree on.`;
    else if (reason.length < LIMITS.reasonMin)
      faults.payReason =
        reason === ''
          ? 'State the pay, or say here why you do not.'
          : 'Say a little more, so that candidates can make sense of it.';
  }
  if (reason.length > LIMITS.reasonMax)
    faults.payReason = `Keep the reason to ${LIMITS.reasonMax} characters.`;
  return { pay, payReason: silent >= 0 ? reason || null : null };
}

function readRow(row: PayRow, field: string, rates: Rates, faults: Record<string, string>): RecordPay | null {
  const contract = CONTRACTS.find((kind) => kind === row.contract);
  if (!contract) {
    faults[`${field}-contract`] = 'Choose the kind of contract.';
    return null;
  }
  if (row.min.trim() === '' && row.max.trim() === '')
    return { contract, min: null, max: null, currency: null, period: null, tax: null };
  const [low, high] = [readAmount(row.min), readAmount(row.max)];
  for (const [part, amount] of [
    ['min', low],
    ['max', high],
  ] as const) {
    if (amount !== null) continue;
    faults[`${field}-${part}`] =
      row[part].trim() !== ''
        ? `“${quote(row[part])}” is not a figure. Write it as 18 000.`
        : part === 'max'
          ? 'Give the upper figure too; the same one again where the pay is fixed.'
          : 'Give the lower figure too; the same one again where the pay is fixed.';
  }
  const currency = row.currency === 'EUR' || rates.has(row.currency) ? row.currency : null;
  if (!currency) faults[`${field}-currency`] = 'Choose the currency.';
  const period = PAY_PERIODS.find((kind) => kind === row.period);
  if (!period) faults[`${field}-period`] = 'Say for what time this is paid.';
  if (low === null || high === null || !currency || !period) return null;
  if (high < low) {
    faults[`${field}-max`] =
      `The upper figure is below the lower one. Did you mean ${formatNumber(high)}–${formatNumber(low)}?`;
    return null;
  }
  const [min, max] = [toMinorUnits(low, currency), toMinorUnits(high, currency)];
  for (const [part, minor] of [
    ['min', min],
    ['max', max],
  ] as const) {
    const yearly = toYearlyEur(minor, currency, period, rates);
    if (yearly !== null && isPlausiblePay(yearly)) continue;
    faults[`${field}-${part}`] =
      `${row[part].trim()} ${currency} ${PERIOD_LABELS[period]} would come to ${formatNumber(yearly ?? 0)} EUR a year. Check the figure, the currency and the time.`;
    return null;
  }
  return { contract, min, max, currency, period, tax: PAY_TAXES.find((kind) => kind === row.tax) ?? null };
}
