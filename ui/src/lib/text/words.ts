/** Numbers, dates, countries and languages in English words. */

const NUMBER = new Intl.NumberFormat("en");
const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** 1,293 */
export function count(n: number): string {
  return NUMBER.format(n);
}

/** "1 claim", "1,293 claims" */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : plural}`;
}

/** Whether a moment's value is a day, a month or a year: "2018-10-15", and not "P3W" or "2018-W41". */
export function isDate(value: string | null): value is string {
  return value !== null && /^\d{4}(-\d{2}){0,2}$/.test(value);
}

/** An ISO prefix in words, no finer than it is: "15 October 2018", "October 2018", "2018"; anything else as it is. `short`: "15 Oct 2018". */
export function day(prefix: string, month: "long" | "short" = "long"): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(prefix);
  const name = found && MONTHS[Number(found[2]) - 1]?.slice(0, month === "short" ? 3 : undefined);
  if (!found || (found[2] !== undefined && name === undefined)) return prefix;
  return [found[3] && Number(found[3]), name, found[1]].filter(Boolean).join(" ");
}

export function country(code: string): string {
  return named(REGIONS, code);
}

export function language(code: string): string {
  return named(LANGUAGES, code);
}

/** A confidence, 0 … 1, as whole hundredths: "91 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
