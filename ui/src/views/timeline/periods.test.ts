import { describe, expect, it } from "vitest";
import { axis, bars, isDate, label, limits, ordinal, selection, stretch } from "./periods";

const tick = (period: string, claims = 1) => ({
  period,
  claims,
  happened: claims,
  denied: 0,
  forecasts: 0,
  deadlines: 0,
  articles: 1,
});

describe("a stretch of time", () => {
  it.each(["2018", "2018-12", "2018-12-31", "2020-02-29", "1969-07-20", "0987"])(
    "%s is found again by its number",
    (period) => {
      const kind = ({ 4: "year", 7: "month", 10: "day" } as const)[period.length as 4 | 7 | 10];
      expect(stretch(ordinal(period), kind)).toBe(period);
    },
  );

  it("follows the one before by one, across years and leap days", () => {
    expect(ordinal("2019-01") - ordinal("2018-12")).toBe(1);
    expect(ordinal("2020-03-01") - ordinal("2020-02-28")).toBe(2);
  });

  it("is written as people write it", () => {
    expect([label("2018"), label("2018-10"), label("2018-10-05")]).toEqual(["2018", "Oct 2018", "5 Oct 2018"]);
  });
});

describe("bars", () => {
  it("leave room for stretches without claims", () => {
    expect(bars([tick("2018-10"), tick("2019-01")]).map(({ index }) => index)).toEqual([0, 3]);
  });

  it("count as other what is told neither as happened, denied nor ahead", () => {
    expect(bars([{ ...tick("2018", 5), happened: 2, denied: 1, forecasts: 1 }])[0]).toMatchObject({
      happened: 2,
      denied: 1,
      ahead: 1,
      other: 1,
    });
  });
});

describe("a selection", () => {
  const months = ["2018-01", 24, "month"] as const;

  it("is everything without since and until, and says nothing then", () => {
    expect(selection(null, null, ...months)).toEqual([0, 23]);
    expect(limits([0, 23], ...months)).toEqual([null, null]);
  });

  it.each([
    ["2018-03", "2018-05", [2, 4]],
    ["2018-03-15", "2018-05-01", [2, 4]],
    ["2019", "2019", [12, 23]],
    ["1990", "2018-02", [0, 1]],
    ["2030", null, [23, 23]],
  ])("since %s until %s is %j", (since, until, expected) => {
    expect(selection(since, until, ...months)).toEqual(expected);
  });

  it("comes back from the filter that it makes", () => {
    for (const brushed of [
      [2, 4],
      [0, 5],
      [7, 23],
    ] as [number, number][]) {
      expect(selection(...limits(brushed, ...months), ...months)).toEqual(brushed);
    }
  });
});

describe("the axis", () => {
  it("labels round numbers with no more labels than have room", () => {
    const labels = axis("2013-11", 80, "month", 8);
    expect(labels.length).toBeLessThanOrEqual(8);
    expect(labels.map(({ label }) => label)).toContain("Jan 2016");
  });

  it("labels every stretch where there is room", () => {
    expect(axis("2018", 3, "year", 8).map(({ label }) => label)).toEqual(["2018", "2019", "2020"]);
  });
});

it("knows a date that the filter takes", () => {
  expect(["2018", "2018-10", "2018-10-15"].every(isDate)).toBe(true);
  expect(["", "18", "2018-13", "2018-1", "October"].some(isDate)).toBe(false);
});
