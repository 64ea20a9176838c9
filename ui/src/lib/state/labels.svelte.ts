/** What the values of a filter are called: from the vocabulary, from facets seen, or looked up by one claim that has them. */
import { untrack } from "svelte";
import { get } from "$lib/api/client";
import type { ClaimRow, Span } from "$lib/api/records";
import { country, language } from "$lib/text/words";
import type { Field } from "./filter";
import { VOCABULARY_OF, vocabulary } from "./vocabulary.svelte";

const YES_NO: Readonly<Record<string, string>> = { true: "yes", false: "no" };

class Labels {
  #known = $state.raw<Readonly<Record<string, string>>>({});
  #asked = new Set<string>();

  /** What facets call their values. */
  remember(values: readonly { field: string; value: string; label: string }[]): void {
    const found = Object.fromEntries(values.map(({ field, value, label }) => [`${field} ${value}`, label]));
    this.#known = { ...untrack(() => this.#known), ...found };
  }

  /** The label; while an id's is looked up, the id. */
  of(field: Field, value: string): string {
    if (value === "") return "none";
    const words = VOCABULARY_OF[field];
    if (words !== undefined) return value === "none" || value === "any" ? value : vocabulary.name(words, value);
    if (field === "country") return country(value);
    if (field === "language") return language(value);
    return this.#known[`${field} ${value}`] ?? YES_NO[value] ?? value;
  }

  /** Find the names of ids that stand in an opened address, where no facet has told them yet. */
  async lookUp(field: Field, value: string): Promise<void> {
    const key = `${field} ${value}`;
    if (!(field in NAMED_BY) || value === "" || this.#asked.has(key) || key in this.#known) return;
    this.#asked.add(key);
    const page = await get("/api/claims", { query: { [field]: value, review: "any", limit: "1" } });
    const label = page.rows[0] && NAMED_BY[field]?.(page.rows[0], value);
    if (label) this.remember([{ field, value, label }]);
  }
}

const mention = (spans: readonly ({ actor_id: string | null } & Span)[] | undefined, id: string): string | undefined =>
  spans?.find((span) => span.actor_id === id)?.text;

const NAMED_BY: Partial<Record<Field, (row: ClaimRow, value: string) => string | null | undefined>> = {
  article: (row) => row.article.title,
  source_id: ({ claim }, id) => claim.voices.find((voice) => voice.actor_id === id)?.text,
  actor_id: ({ claim }, id) => mention(claim.event?.actors, id),
  recipient_id: ({ claim }, id) => mention(claim.event?.recipients, id),
  place_id: ({ claim }, id) => {
    const place = claim.event?.places.find((found) => found.place_id === id);
    return place?.name ?? place?.text;
  },
};

export const labels = new Labels();
