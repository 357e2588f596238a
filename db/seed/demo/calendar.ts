import { pickInt, type Random } from './random';
import type { DemoOffer } from './types';

type Calendar = Pick<DemoOffer, 'publishedDaysAgo' | 'closesInDays' | 'answers' | 'state' | 'endedDaysAgo'>;

/** Days between two questions of the roll call, and the days of silence after which an offer is paused. */
const ROUND = 14;
const PATIENCE = 7;

/** Most employers answer on the day or the next, a few need the reminder. */
function replyDelay(random: Random, slow: boolean): number {
  const roll = random();
  if (slow) return pickInt(random, 2, 6);
  if (roll < 0.42) return 0;
  if (roll < 0.7) return 1;
  return pickInt(random, 2, 4);
}

/** Asks every fortnight after publication or the last answer; stops at `until` days ago. */
function rollCall(random: Random, published: number, until: number, slow: boolean) {
  const answers: DemoOffer['answers'] = [];
  let last = published;
  while (last - ROUND >= until) {
    const answered = last - ROUND - replyDelay(random, slow);
    if (answered < until) break;
    answers.push({ daysAgo: answered, answer: 'open' });
    last = answered;
  }
  return answers;
}

/** The rounds before a silence: the employer was last heard from `last` days ago. */
function historyUpTo(random: Random, last: number, rounds: number, slow: boolean) {
  let published = last;
  const answers: DemoOffer['answers'] = [];
  for (let round = 0; round < rounds; round++) {
    answers.unshift({ daysAgo: published, answer: 'open' });
    published += ROUND + replyDelay(random, slow);
  }
  return { publishedDaysAgo: published, answers };
}

function closing(published: number): number {
  const run = [30, 45, 60, 90, 120].find((days) => days > published + 1) ?? 120;
  return run - published;
}

function composeLive(random: Random, slow: boolean): Calendar {
  const open = { state: 'live', endedDaysAgo: null } as const;
  if (random() < 0.05) {
    const asked = pickInt(random, 2, PATIENCE - 1);
    const history = historyUpTo(random, asked + ROUND, pickInt(random, 0, 3), slow);
    return { ...history, ...open, closesInDays: closing(history.publishedDaysAgo) };
  }
  const publishedDaysAgo = Math.floor(82 * random() ** 1.7);
  const answers = rollCall(random, publishedDaysAgo, 0, slow);
  return { publishedDaysAgo, answers, ...open, closesInDays: closing(publishedDaysAgo) };
}

/** Publication, answers and end of one offer, all in days before now. */
export function composeCalendar(random: Random, state: DemoOffer['state']): Calendar {
  const slow = random() < 0.12;
  if (state === 'live') return composeLive(random, slow);
  const ended = pickInt(random, 1, 24);
  if (state === 'paused') {
    const history = historyUpTo(random, ended + PATIENCE + ROUND, pickInt(random, 0, 2), slow);
    return { ...history, closesInDays: pickInt(random, 3, 30), state, endedDaysAgo: ended };
  }
  const expired = state === 'expired';
  const published = ended + (expired ? pickInt(random, 1, 2) * 30 : pickInt(random, 9, 58));
  return {
    publishedDaysAgo: published,
    closesInDays: expired ? -ended : pickInt(random, 1, 20),
    answers: rollCall(random, published, ended, slow),
    state,
    endedDaysAgo: ended,
  };
}
