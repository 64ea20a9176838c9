import { expect, it } from "vitest";
import { count, counted, country, day, language, percent } from "./words";

it("a date is as precise as it was told", () => {
  expect(["2018-10-05", "2018-10", "2018"].map((prefix) => day(prefix))).toEqual(["5 October 2018", "October 2018", "2018"]);
  expect(day("2018-10-05", "short")).toBe("5 Oct 2018");
});

it.each(["2018-W41", "XXXX-10-15", "2018-13", "P3D", ""])("what is no day, month or year stays as it is: %s", (value) => {
  expect(day(value)).toBe(value);
});

it("numbers are grouped, and one is one", () => {
  expect(count(1293)).toBe("1,293");
  expect([counted(1, "claim"), counted(0, "claim"), counted(2, "country", "countries")]).toEqual(["1 claim", "0 claims", "2 countries"]);
  expect(percent(0.906)).toBe("91 %");
});

it("codes have names; what is no code is shown", () => {
  expect([country("SY"), language("ar")]).toEqual(["Syria", "Arabic"]);
  expect([country("not a code"), language("!")]).toEqual(["not a code", "!"]);
});
