/** The sections of the desk, as the top bar lists them, and the view that shows each. */
import type { Component } from "svelte";

export interface Section {
  /** First part of the path, and the folder below `views/`. */
  name: string;
  label: string;
  /** Shows what the filter lets through: pills and counts stand above it. */
  filtered: boolean;
  /** Listed in the top bar. */
  listed: boolean;
}

const section = (name: string, label: string, filtered = true, listed = true): Section => ({ name, label, filtered, listed });

const SECTIONS: readonly Section[] = [
  section("claims", "Claims"),
  section("articles", "Articles"),
  section("map", "Map"),
  section("timeline", "Timeline"),
  section("network", "Network"),
  section("review", "Review"),
  section("names", "Names", false),
  section("add", "Add", false),
  section("share", "Share"),
  section("article", "Article", false, false),
  section("sign-in", "Sign in", false, false),
  section("people", "People", false, false),
];

const views = import.meta.glob<{ default: Component }>("../views/*/View.svelte");

/** Sections whose view is there. */
export const sections = SECTIONS.filter((found) => loader(found.name) !== undefined);

/** The section of a path. `/articles/4f2a` is one article. */
export function sectionOf(parts: readonly string[]): Section | undefined {
  const name = parts[0] === "articles" && parts.length > 1 ? "article" : parts[0];
  return sections.find((found) => found.name === name);
}

export async function load(name: string): Promise<Component> {
  const view = loader(name);
  if (view === undefined) throw new Error(`There is no view ${name}.`);
  return (await view()).default;
}

function loader(name: string): (() => Promise<{ default: Component }>) | undefined {
  return views[`../views/${name}/View.svelte`];
}
