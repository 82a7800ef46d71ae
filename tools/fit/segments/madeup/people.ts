/**
 * Names, dates and numbers, made up.
 * @module
 */
import type { Chance } from './chance.ts';
import type { Tongue } from './skeletons.ts';

/** How the people of a page call themselves. */
export type NameStyle = 'full' | 'given' | 'initial' | 'nick';
export const NAME_STYLES: readonly NameStyle[] = ['full', 'given', 'initial', 'nick', 'nick'];

/** Languages that put the surname first, and write names without a space. */
const SURNAME_FIRST = new Set(['zh', 'ja', 'ko', 'hu']);
const WITHOUT_SPACE = new Set(['zh', 'ja', 'ko']);

export function fullName({ language, given, surnames }: Tongue, chance: Chance): string {
  const names = [chance.pick(given), chance.pick(surnames)];
  if (SURNAME_FIRST.has(language)) names.reverse();
  return names.join(WITHOUT_SPACE.has(language) ? '' : ' ');
}

export function nameOf(tongue: Tongue, style: NameStyle, chance: Chance): string {
  switch (style) {
    case 'given':
      return chance.pick(tongue.given);
    case 'initial':
      return WITHOUT_SPACE.has(tongue.language)
        ? chance.pick(tongue.surnames)
        : `${chance.pick(tongue.given)} ${chance.pick(tongue.surnames).charAt(0)}.`;
    case 'nick':
      return nick(chance);
    default:
      return fullName(tongue, chance);
  }
}

/** Syllables that sound like nothing in particular: nicknames are much the same everywhere. */
const OPENINGS =
  'ba be bo da de di fa fi ga go ha ja jo ka ke ki la le lo ma me mi na ne no pa pe ra ri ro sa se si ta te ti to va ve vi wa za zo'.split(
    ' ',
  );
const CLOSINGS = 'n r l s x ck nd rt sh th ng ster man boy girl cat dog fan'.split(' ');

export function nick(chance: Chance): string {
  const stem = Array.from({ length: chance.number(1, 3) }, () => chance.pick(OPENINGS)).join('');
  const word = `${stem}${chance.happens(0.7) ? chance.pick(CLOSINGS) : ''}`;
  const cased = chance.happens(0.4) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  switch (chance.number(0, 6)) {
    case 0:
      return `${cased}${chance.number(1, 99)}`;
    case 1:
      return `${cased}_${chance.pick(OPENINGS)}${chance.pick(CLOSINGS)}`;
    case 2:
      return `${cased}${chance.number(1950, 2010)}`;
    case 3:
      return `${cased}.${chance.pick(OPENINGS)}`;
    default:
      return cased;
  }
}

/** Tags of locales whose language has several; the others are the language itself. */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  en: ['en-US', 'en-GB'],
  de: ['de-DE', 'de-AT'],
  es: ['es-ES', 'es-MX'],
  fr: ['fr-FR', 'fr-CA'],
  pt: ['pt-BR', 'pt-PT'],
  zh: ['zh-CN', 'zh-TW'],
  no: ['nb-NO'],
  ar: ['ar-EG-u-nu-latn', 'ar-MA'],
};

export function localeOf(language: string, chance: Chance): string {
  return chance.pick(LOCALES[language] ?? [language]);
}

/** How a page prints dates. */
export interface DateStyle {
  readonly date: (day: Date) => string;
  readonly time: (day: Date) => string;
}

const DATE_FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { dateStyle: 'medium' },
  { dateStyle: 'short' },
  { dateStyle: 'full' },
  { day: '2-digit', month: '2-digit', year: 'numeric' },
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'long' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  { month: 'short', year: 'numeric' },
];

/** A way to print dates and times; one page has one. */
export function dateStyle(locale: string, chance: Chance): DateStyle {
  const iso = chance.happens(0.12);
  const format = new Intl.DateTimeFormat(locale, { ...chance.pick(DATE_FORMATS), timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(chance.happens(0.1) ? { second: '2-digit' } : {}),
    timeZone: 'UTC',
  });
  return {
    date: (day) => (iso ? day.toISOString().slice(0, 10) : format.format(day)),
    time: (day) => clock.format(day),
  };
}

/** A moment between 2005 and 2026. */
export function someDay(chance: Chance): Date {
  return new Date(
    Date.UTC(
      chance.number(2005, 2026),
      chance.number(0, 11),
      chance.number(1, 28),
      chance.number(0, 23),
      chance.number(0, 59),
      chance.number(0, 59),
    ),
  );
}

const UNITS = ['minute', 'hour', 'hour', 'day', 'day', 'week', 'month', 'year'] as const;
const SHORT_UNITS = ['m', 'h', 'h', 'd', 'd', 'w', 'mo', 'y'] as const;

/** How a page says how long ago something was. */
export type AgoStyle = () => string;

/** “3 hours ago” in the locale's words, or “3h”; one page has one of the two. */
export function agoStyle(locale: string, chance: Chance): AgoStyle {
  const isShort = chance.happens(0.2);
  const words = new Intl.RelativeTimeFormat(locale, {
    numeric: chance.happens(0.8) ? 'always' : 'auto',
  });
  return () => {
    const at = chance.number(0, UNITS.length - 1);
    const count = chance.number(1, at === 0 ? 59 : 11);
    return isShort
      ? `${count}${SHORT_UNITS[at]}`
      : words.format(-count, UNITS[at] as Intl.RelativeTimeFormatUnit);
  };
}
