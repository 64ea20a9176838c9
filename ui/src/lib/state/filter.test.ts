import { describe, expect, it } from "vitest";
import { clearing, conditions, excluding, filterOnly, including, negating, setting, type Condition } from "./filter";

const query = (text: string): URLSearchParams => new URLSearchParams(text);
const fight: Condition = { field: "event_type", value: "FIGHT", not: false };

describe("a filter in the address", () => {
  it("is read in its order, alternatives and negations included", () => {
    expect(conditions(query('event_type=FIGHT&not_outlet=SANA&sort=-confidence&text="heavy weapons"'))).toEqual([
      fight,
      { field: "outlet", value: "SANA", not: true },
      { field: "text", value: '"heavy weapons"', not: false },
    ]);
  });

  it("leaves out what is none of its fields, prototypes' names too", () => {
    expect(conditions(query("sort=time&columns=cue&claim=1&not_=1&toString=1&not_constructor=1"))).toEqual([]);
    expect(filterOnly(query("sort=time&event_type=FIGHT&claim=1")).toString()).toBe("event_type=FIGHT");
  });

  it("keeps an empty value, which means none", () => {
    expect(conditions(query("event_type="))).toEqual([{ field: "event_type", value: "", not: false }]);
  });
});

describe("a condition", () => {
  it("joins its alternatives, and takes its opposite's place", () => {
    expect(including(query("event_type=ASSAULT"), fight).toString()).toBe("event_type=ASSAULT&event_type=FIGHT");
    expect(including(query("not_event_type=FIGHT&x=1"), fight).toString()).toBe("x=1&event_type=FIGHT");
  });

  it("takes the old one's place where a claim has one bound", () => {
    const later: Condition = { field: "since", value: "2019", not: false };
    expect(including(query("since=2018&until=2020"), later).toString()).toBe("until=2020&since=2019");
  });

  it("can be turned round in its place, and back", () => {
    const start = query("outlet=SANA&event_type=FIGHT&sort=time");
    const turned = negating(start, fight);
    expect(turned.toString()).toBe("outlet=SANA&not_event_type=FIGHT&sort=time");
    expect(negating(turned, { ...fight, not: true }).toString()).toBe(start.toString());
  });

  it("goes alone, and with what was added it is as before", () => {
    const start = query("outlet=SANA&sort=time");
    expect(excluding(including(start, fight), fight).toString()).toBe(start.toString());
  });
});

describe("the rest of the address", () => {
  it("stays when conditions are cleared, all or some", () => {
    expect(clearing(query("outlet=A&not_since=2018&sort=time")).toString()).toBe("sort=time");
    expect(clearing(query("outlet=A&since=2018&not_outlet=B"), ["outlet"]).toString()).toBe("since=2018");
  });

  it("is set and unset without touching the filter", () => {
    expect(setting(query("outlet=A"), "sort", "-time").toString()).toBe("outlet=A&sort=-time");
    expect(setting(query("outlet=A&sort=time"), "sort", null).toString()).toBe("outlet=A");
  });
});
