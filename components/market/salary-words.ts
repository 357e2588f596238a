import type { SalaryFilters } from '@/domain/market/input';
import type { Contract } from '@/domain/offers/input';
import { countryName } from '@/domain/offers/labels';

const UNDER: Record<Contract, string> = {
  employment: 'under employment',
  b2b: 'under B2B',
  contract: 'on a contract',
  internship: 'as an intern',
};

/** "What IT roles pay under B2B in Poland". */
export function salariesTitle({ contract, country }: SalaryFilters): string {
  return [
    'What IT roles pay',
    contract && UNDER[contract],
    country && `in ${countryName(country).replace(/^(United|Netherlands)/, 'the $1')}`,
  ]
    .filter(Boolean)
    .join(' ');
}
