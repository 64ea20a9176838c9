import { describe, expect, it } from "vitest";
import type { ClaimRow } from "$lib/api/records";
import { acting, asking, COLUMNS, nextSort, shown, type Column } from "./columns";

const names = (columns: Column[]): string[] => columns.map((column) => column.name);
const column = (name: string): Column => COLUMNS.find((found) => found.name === name) as Column;

describe("the columns of the table", () => {
  it("are those that the address names, in one order", () => {
    expect(names(shown("cue,source,nonsense"))).toEqual(["source", "cue"]);
  });

  it("need no address while they are the first ones", () => {
    expect(asking(new Set(names(shown(null))))).toBeNull();
    expect(shown(asking(new Set(["time", "source"])))).toEqual(shown("source,time"));
    expect(shown(asking(new Set()))).toEqual([]);
  });
});

describe("a press on a header", () => {
  it("sorts, sorts the other way, then lets go", () => {
    const published = column("published");
    expect(nextSort(published, null)).toBe("-published");
    expect(nextSort(published, "-published")).toBe("published");
    expect(nextSort(published, "published")).toBeNull();
    expect(nextSort(published, "time")).toBe("-published");
  });
});

it("an event says who did it to whom, as far as it is told", () => {
  const row = (actors: string[], recipients: string[]): ClaimRow =>
    ({ claim: { event: { actors: actors.map((text) => ({ text })), recipients: recipients.map((text) => ({ text })) } } }) as ClaimRow;
  expect(acting(row(["rebels"], ["a bridge", "a school"]))).toBe("rebels → a bridge, a school");
  expect(acting(row(["rebels"], []))).toBe("rebels");
  expect(acting(row([], ["a bridge"]))).toBe("→ a bridge");
  expect(acting({ claim: { event: null } } as ClaimRow)).toBe("");
});

it("a time is its date, its days, or its words", () => {
  const when = (time: object): string => column("time").text({ claim: { event: { time: { deadline: false, ...time } } } } as ClaimRow);
  expect(when({ value: "2018-10-15" })).toBe("15 Oct 2018");
  expect(when({ value: "2018-10-15", deadline: true })).toBe("by 15 Oct 2018");
  expect(when({ value: "2018-W42", earliest: "2018-10-15", latest: "2018-10-21" })).toBe("15 Oct 2018 – 21 Oct 2018");
  expect(when({ value: "2018-10-15T04", earliest: "2018-10-15", latest: "2018-10-15" })).toBe("15 Oct 2018");
  expect(when({ value: "P3W", text: "three weeks later" })).toBe("three weeks later");
});
