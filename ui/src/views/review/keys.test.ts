import { describe, expect, it } from "vitest";
import { actionOf, defaults, pressed, load, names, rebind, save } from "./keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  pressed({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

function storage(text: string | null = null) {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_: string, value: string) {
      this.text = value;
    },
  };
}

describe("keys", () => {
  it("are Prodigy's, each for one action", () => {
    const map = defaults();
    expect(actionOf(map, "a")).toBe("accept");
    expect(actionOf(map, " ")).toBe("skip");
    expect(new Set(Object.values(map)).size).toBe(names().length);
  });

  it("leave the browser's combinations alone", () => {
    expect(press("A")).toBe("a");
    expect(press(" ")).toBe(" ");
    expect(press("a", { ctrlKey: true })).toBeNull();
    expect(press("Shift")).toBeNull();
  });

  it("move to a free key, and refuse one that is taken", () => {
    const moved = rebind(defaults(), "accept", "j");
    expect(moved).toMatchObject({ accept: "j" });
    expect(rebind(defaults(), "accept", "x")).toContain("reject");
    expect(rebind(defaults(), "accept", "3")).toContain("every page");
    expect(rebind(defaults(), "accept", "a")).toEqual(defaults());
  });

  it("are kept by the browser, and damage there counts as never set", () => {
    const kept = storage();
    save(kept, { ...defaults(), accept: "j" });
    expect(load(kept).accept).toBe("j");
    expect(load(storage("{"))).toEqual(defaults());
    expect(load(storage('{"accept": "x", "launch": "k", "skip": 7}'))).toEqual(defaults());
  });

  it("are kept where two were exchanged", () => {
    const kept = storage();
    save(kept, { ...defaults(), accept: "x", reject: "a" });
    expect(load(kept)).toMatchObject({ accept: "x", reject: "a" });
  });
});
