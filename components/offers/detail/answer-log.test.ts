import { describe, expect, it } from 'vitest';
import type { OfferDetail } from '@/domain/offers/rules';
import { PLAIN_ROLL_CALL } from '@/domain/rollcall/rules';
import { answerLog, nextCall } from './answer-log';

type Logged = Parameters<typeof answerLog>[0];
type Answer = OfferDetail['answers'][number];

const today = '2026-11-21';
const posted: Logged = {
  answers: [],
  confirmedAt: null,
  publishedAt: '2026-10-24T08:00:00.000Z',
  source: 'employer',
  state: 'live',
};

function answered(day: string, answer: Answer['answer'] = 'open', by: Answer['by'] = 'employer'): Answer {
  const at = `${day}T09:00:00.000Z`;
  return { askedAt: at, answeredAt: answer === 'silent' ? null : at, answer, by };
}

/** Mark, text and day of each line. */
function lines(offer: Partial<Logged>) {
  return answerLog({ ...posted, ...offer }, today).map(({ mark, text, at }) => [mark, text, at.slice(5, 10)]);
}

describe('answerLog', () => {
  it('begins with the posting, which counts as the first answer', () => {
    expect(lines({})).toEqual([['tick', 'Posted', '10-24']]);
  });

  it('does not take publication for an answer of its own', () => {
    expect(lines({ confirmedAt: posted.publishedAt })).toEqual([['tick', 'Posted', '10-24']]);
  });

  it('lists the answers, newest first, the last one in red', () => {
    expect(
      lines({
        answers: [answered('2026-11-19'), answered('2026-11-05')],
        confirmedAt: '2026-11-19T09:00:00.000Z',
      }),
    ).toEqual([
      ['tick', 'Confirmed open 2 days ago', '11-19'],
      ['tick-outline', 'Still open', '11-05'],
      ['tick-outline', 'Posted', '10-24'],
    ]);
  });

  it('says where nobody answered', () => {
    expect(lines({ answers: [answered('2026-11-19', 'silent'), answered('2026-11-05')] })).toEqual([
      ['dash', 'Asked, no answer', '11-19'],
      ['tick-outline', 'Still open', '11-05'],
      ['tick-outline', 'Posted', '10-24'],
    ]);
  });

  it('ends with the last word of one that is filled', () => {
    expect(
      lines({ state: 'filled', answers: [answered('2026-11-14', 'closed'), answered('2026-10-31')] }),
    ).toEqual([
      ['dash', 'Filled, closed', '11-14'],
      ['tick-outline', 'Still open', '10-31'],
      ['tick-outline', 'Posted', '10-24'],
    ]);
  });

  it('takes the date on which a source was last read for its answer', () => {
    const imported = { source: 'himalayas', confirmedAt: '2026-11-21T06:00:00.000Z' };
    expect(lines(imported)).toEqual([
      ['tick', 'Seen at its source', '11-21'],
      ['tick-outline', 'Posted', '10-24'],
    ]);
    const noted = { ...imported, answers: [answered('2026-11-21', 'open', 'source')] };
    expect(lines(noted)).toHaveLength(2);
  });

  it('keeps a long history short', () => {
    const answers = Array.from({ length: 30 }, (_, day) =>
      answered(`2026-10-${String(30 - day).padStart(2, '0')}`),
    );
    expect(lines({ answers, publishedAt: '2026-09-01T08:00:00.000Z' })).toHaveLength(9);
  });
});

describe('nextCall', () => {
  const call = (offer: Partial<Logged>) => nextCall({ ...posted, ...offer }, PLAIN_ROLL_CALL, today);

  it('names the day of the next question, a fortnight after the last answer', () => {
    expect(call({ confirmedAt: '2026-11-19T09:00:00.000Z' })).toContain('We ask again on 3 December 2026.');
    expect(call({ confirmedAt: '2026-11-07T09:00:00.000Z' })).toContain('We ask again on 21 November 2026.');
    expect(call({ publishedAt: '2026-11-20T09:00:00.000Z' })).toContain('We ask again on 4 December 2026.');
  });

  it('follows the portal’s settings, and tells how the company answers', () => {
    const facts = { rollCallDays: 10, rollCallSilenceDays: 3, secondsToAnswer: 4.2 * 3_600 };
    expect(nextCall({ ...posted, confirmedAt: '2026-11-19T09:00:00.000Z' }, facts, today)).toBe(
      'We ask again on 29 November 2026. 3 days without an answer takes the offer off the list. This company usually answers within 5 hours.',
    );
  });

  it('waits where that day is past', () => {
    expect(call({ confirmedAt: '2026-11-06T09:00:00.000Z' })).toContain('wait for the answer');
  });

  it('names the source of an import, and when it last listed the offer', () => {
    expect(call({ source: 'himalayas', confirmedAt: '2026-11-21T06:00:00.000Z' })).toBe(
      'Listed by its source (himalayas), last seen on 21 November 2026.',
    );
  });
});
