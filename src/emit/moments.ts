// Dates and times written as text in defaults.

/** A date and time cut apart; null when the text is not one. `zone` is `+HH:MM`. */
export function splitTimestamp(
  text: string,
): { readonly date: string; readonly time: string; readonly zone: string | null } | null {
  const [, date = "", time = "", zone] = /^(\d{4}-\d\d-\d\d)[T ]([\d:.]+)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (!isDate(date) || !isTime(time) || (zone !== undefined && zone !== "Z" && !isTime(zone.slice(1)))) return null;
  return { date, time, zone: zone === undefined ? null : zone === "Z" ? "+00:00" : zone };
}

/** `2024-01-31`, a day that exists. */
export function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `12:30`, `12:30:00` or with up to six digits of a second. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(text);
}
