import { describe, expect, it } from 'vitest';
import { readLine, repairText } from './text';

describe('repairText', () => {
  it.each([
    ['Weâ\u0080\u0099re', 'We’re'],
    ['Weâ€™re', 'We’re'],
    ['MedellÃ\u00adn, GdaÅ\u0084sk', 'Medellín, Gdańsk'],
    ['Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ\u0082', 'Привет'],
    ['ð\u009f\u009a\u0080 go', '🚀 go'],
    ['Â£50 Â\u00a0a', '£50 \u00a0a'],
  ])('%s', (broken, text) => {
    expect(repairText(broken)).toBe(text);
  });

  it.each(['QUALITÉ\u00a0: élevée', 'Łódź – Ærø', 'São Paulo', 'ÃO', '“â”'])('leaves %s alone', (text) => {
    expect(repairText(text)).toBe(text);
  });
});

describe('readLine', () => {
  it.each([
    ['  Senior\u00a0 Developer\n', 'Senior Developer'],
    ['R&amp;D &#8211; Lead', 'R&D – Lead'],
    ['<b>Lead</b>\u0000 dev\u202eeloper\ud800', 'Lead developer'],
    ['Программист', 'Программист'],
  ])('%j', (value, line) => {
    expect(readLine(value, 100)).toBe(line);
  });

  it.each([null, undefined, 7, {}, ['a'], '', ' \u0000', '!!!', '🚀', 'None', 'null', 'N/A'])(
    '%j says nothing',
    (value) => {
      expect(readLine(value, 100)).toBeNull();
    },
  );

  it('keeps to the length without halving a character', () => {
    expect(readLine('a'.repeat(50), 10)).toBe('aaaaaaaaa…');
    expect(readLine('😀a'.repeat(50), 10)?.isWellFormed()).toBe(true);
  });
});
