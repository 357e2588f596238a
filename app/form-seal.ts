'use server';

import { authSecret } from '@/lib/env';
import { makeSeal } from '@/lib/form-guard';

/** A seal for a form on a static page, which cannot carry one of its own: asked for when somebody begins to type. */
export async function openForm(): Promise<string> {
  return makeSeal(authSecret(), new Date());
}
