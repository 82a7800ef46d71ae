import { describe, expect, test } from 'vitest';
import { NO_BYLINE_WORDS } from '../../src/rules/bylines.ts';
import { rules } from '../../src/rules/load.ts';
import { DateReader } from '../../src/story/dates.ts';
import { isoDate } from '../../src/text/iso-date.ts';

const readerOf = (language: string): DateReader =>
  new DateReader(rules.bylines.find((one) => one.language === language) ?? NO_BYLINE_WORDS);
const datesIn = (language: string, line: string): readonly string[] =>
  readerOf(language)
    .datesIn(line)
    .map(({ date }) => date);

describe('dates in bylines', () => {
  test.each([
    ['en', 'Published 3 March 2026, 7.15 am', ['2026-03-03']],
    ['en', 'March 3, 2026', ['2026-03-03']],
    ['en', 'Tuesday, Mar. 3rd, 2026 at 10:15', ['2026-03-03']],
    ['en', 'the 3rd of March, 2026', ['2026-03-03']],
    ['en', 'Posted 3 May 2026 | Updated 4 May 2026', ['2026-05-03', '2026-05-04']],
    ['en', '2026-03-03T07:15:00+01:00', ['2026-03-03T07:15:00+01:00']],
    ['en', '2026-03-03 07:15', ['2026-03-03']],
    ['en', '2026-03-03 07:15 UTC', ['2026-03-03T07:15:00Z']],
    ['en', '23/4/2026', ['2026-04-23']],
    ['en', '4/23/2026', ['2026-04-23']],
    ['en', '3/4/2026', []],
    ['en', 'March 3', []],
    ['en', '31 February 2026', []],
    ['en', 'Room 3, March 2026', []],
    ['en', 'call 030/20260303', []],
    ['de', 'Stand: 3. März 2026, 10.15 Uhr', ['2026-03-03']],
    ['de', '03.03.2026 | Aktualisiert am 4.3.2026', ['2026-03-03', '2026-03-04']],
    ['fr', 'Publié le 1er mars 2026 à 07h15', ['2026-03-01']],
    ['fr', 'le 03/04/2026', ['2026-04-03']],
    ['es', '3 de marzo de 2026', ['2026-03-03']],
    ['it', 'Pubblicato il 3 marzo 2026', ['2026-03-03']],
    ['pt', '3 de março de 2026 às 7h15', ['2026-03-03']],
    ['nl', '3 maart 2026', ['2026-03-03']],
    ['sv', 'Publicerad 3 mars 2026', ['2026-03-03']],
    ['pl', '3 marca 2026, 10:15', ['2026-03-03']],
    ['cs', '3. března 2026', ['2026-03-03']],
    ['fi', '3. maaliskuuta 2026', ['2026-03-03']],
    ['hu', '2026. március 3.', ['2026-03-03']],
    ['ru', 'Опубликовано: 3 марта 2026', ['2026-03-03']],
    ['uk', '3 березня 2026', ['2026-03-03']],
    ['el', '3 Μαρτίου 2026', ['2026-03-03']],
    ['tr', '3 Mart 2026 10:15', ['2026-03-03']],
    ['ja', '公開 2026年3月3日 10時15分', ['2026-03-03']],
    ['zh', '2026年03月03日', ['2026-03-03']],
    ['ko', '입력 2026년 3월 3일', ['2026-03-03']],
    ['xx', '3.3.2026', ['2026-03-03']],
  ])('%s: %s', (language, line, dates) => expect(datesIn(language, line)).toEqual(dates));

  test('hostile lines are done with', () => {
    for (const piece of ['3 ', 'march ', '3.3.', '2026-03-03 ', '3 march ', '3, '])
      expect(datesIn('en', piece.repeat(100_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('dates that programs write', () => {
  test.each([
    ['2026-03-03', '2026-03-03'],
    ['2026-03-03T07:15:00Z', '2026-03-03T07:15:00Z'],
    ['2026-03-03T07:15:00.000+0100', '2026-03-03T07:15:00+01:00'],
    ['2026-03-03 07:15:00 +01:00', '2026-03-03T07:15:00+01:00'],
    ['2026-03-03T07:15', '2026-03-03'],
    ['20260303T071500Z', '2026-03-03T07:15:00Z'],
    ['20260303', '2026-03-03'],
    ['Tue, 03 Mar 2026 07:15:00 +0100', '2026-03-03T07:15:00+01:00'],
    ['3 Mar 2026 07:15 GMT', '2026-03-03T07:15:00Z'],
    ['Tue, 03 Mar 2026 07:15:00 EST', '2026-03-03'],
    ['2026-13-03', null],
    ['2026-02-30', null],
    ['2026-03-03T25:15:00Z', '2026-03-03'],
    ['yesterday', null],
    ['', null],
  ])('%s is %s', (written, date) => expect(isoDate(written)).toBe(date));
});
