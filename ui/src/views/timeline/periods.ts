/** Stretches of time as ISO prefixes: "2018", "2018-10", "2018-10-15". Their order is that of their letters. */
import type { Period, Tick } from "$lib/api/pictures";
import { counts, type Counts } from "$lib/picture/manners";

/** One bar: where it stands among all stretches from the first to the last, empty ones included. */
export interface Bar extends Counts {
  index: number;
  period: string;
  claims: number;
  deadlines: number;
  articles: number;
}

const LENGTH: Readonly<Record<Period, number>> = { year: 4, month: 7, day: 10 };
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const DAY = 86_400_000;
/** How many stretches may lie between two labels of the axis. */
const STEPS: Readonly<Record<Period, readonly number[]>> = {
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  month: [1, 3, 6, 12, 24, 60, 120, 240, 600],
  day: [1, 2, 7, 14, 28, 56, 112, 365, 730],
};

/** The number of a stretch, counted from the year 0 or from 1970-01-01, so that neighbours differ by one. */
export function ordinal(period: string): number {
  const [year = 0, month = 1, day = 1] = period.split("-").map(Number);
  if (period.length === LENGTH.year) return year;
  return period.length === LENGTH.month ? year * 12 + month - 1 : Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** The stretch with this number. */
export function stretch(number: number, period: Period): string {
  if (period === "year") return pad(number, 4);
  if (period === "month") return `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
  return new Date(number * DAY).toISOString().slice(0, LENGTH.day);
}

/** The ticks in order, each with its place. Two ticks a year apart leave room for what lies between them. */
export function bars(ticks: readonly Tick[]): Bar[] {
  const first = ticks[0] === undefined ? 0 : ordinal(ticks[0].period);
  return ticks.map((tick) => ({ ...tick, ...counts(tick), index: ordinal(tick.period) - first }));
}

/**
 * The bars, from and to, that a filter's `since` and `until` leave, of `length` from `first`; all without either. Dates
 * compare by their common prefix, as the filter compares them: "2018" holds every month of that year.
 */
export function selection(
  since: string | null,
  until: string | null,
  first: string,
  length: number,
  period: Period,
): [number, number] {
  const start = ordinal(first);
  const place = (date: string, end: boolean): number => ordinal(fitted(date, period, end)) - start;
  const from = since === null ? 0 : clamp(place(since, false), length);
  const to = until === null ? length - 1 : clamp(place(until, true), length);
  return [Math.min(from, to), Math.max(from, to)];
}

/** What `since` and `until` say of a selection: nothing at an end that leaves out no bar. */
export function limits(
  [from, to]: readonly [number, number],
  first: string,
  length: number,
  period: Period,
): [string | null, string | null] {
  const at = (index: number): string => stretch(ordinal(first) + index, period);
  return [from <= 0 ? null : at(from), to >= length - 1 ? null : at(to)];
}

/** The labels of the axis: as many as have room, at round numbers. */
export function axis(first: string, length: number, period: Period, room: number): { index: number; label: string }[] {
  const start = ordinal(first);
  const step = STEPS[period].find((step) => length / step <= room) ?? Math.ceil(length / room);
  const offset = (step - (start % step)) % step;
  const found = [];
  for (let index = offset; index < length; index += step)
    found.push({ index, label: label(stretch(start + index, period)) });
  return found;
}

/** "2018", "Oct 2018", "15 Oct 2018" */
export function label(period: string): string {
  const [year, month, day] = period.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** Whether it is a date as the filter takes it. */
export function isDate(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** The date as long as the period: cut where it is longer, its first or last stretch where it is shorter. */
function fitted(date: string, period: Period, end: boolean): string {
  const rest = end ? ["12", "31"] : ["01", "01"];
  const parts = date.split("-");
  return [...parts, ...rest.slice(parts.length - 1)].join("-").slice(0, LENGTH[period]);
}

const clamp = (index: number, length: number): number => Math.max(0, Math.min(length - 1, index));
const pad = (number: number, width: number): string => String(number).padStart(width, "0");
