/**
 * Dates in the one form in which answers have them: `2026-03-03`, or with a time `2026-03-03T07:15:00+01:00` where the offset from UTC
 * is told. A time without an offset says nothing to somebody elsewhere, so the day alone is kept.
 * @module
 */

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** As NITF may have it. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/i;
/** As mail and RSS have it (RFC 5322). */
const MAIL =
  /^(?:[a-z]{3},\s?)?(\d{1,2})\s([a-z]{3})\s(\d{4})(?:\s(\d{2}):(\d{2})(?::(\d{2}))?(?:\s(Z|GMT|UTC?|[+-]\d{4}))?)?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date that a program wrote; null for what is none. */
export function isoDate(written: string): string | null {
  const text = written.trim().slice(0, 64);
  const [, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? BASIC.exec(text) ?? [];
  if (year !== undefined)
    return dateOf(Number(year), Number(month), Number(day), timeOf(hour, minute, second, zone));
  const mail = MAIL.exec(text);
  if (!mail) return null;
  const number = MONTHS.indexOf((mail[2] as string).toLowerCase()) + 1;
  return dateOf(
    Number(mail[3]),
    number,
    Number(mail[1]),
    timeOf(mail[4], mail[5], mail[6], mail[7]),
  );
}

/** The offset as ISO 8601 writes it; undefined where it is not told. */
function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
}

/** A time for {@link dateOf}; '' where no offset is told, or there is no such time. */
export function timeOf(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): string {
  const offset = offsetOf(zone);
  if (hour === undefined || minute === undefined || offset === undefined) return '';
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return '';
  return `T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date of this calendar, in years in which there is news on pages to come and on those of archives; null for another. */
export function dateOf(year: number, month: number, day: number, time = ''): string | null {
  if (year < 1800 || year > 2199 || day < 1 || day > (DAYS[month - 1] ?? 0)) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}${time}`;
}
