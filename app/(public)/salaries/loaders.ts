import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import type { Salaries, SalaryFilters } from '@/domain/market/input';
import { readSalaries } from '@/domain/market/salaries';

/** What roles pay, from kept figures alone: any narrowing is a few rows read. */
export function loadSalaries(filters: SalaryFilters): Promise<Salaries> {
  const { contract, country } = filters;
  const isBare = contract === null && country === null;
  return isBare
    ? cached(['salaries'], ['salaries', 'exchange-rates', 'day'], () => readSalaries(database(), filters))
    : readSalaries(database(), filters);
}
