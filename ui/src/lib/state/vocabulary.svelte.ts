/** The ledger's vocabulary: each key with its name, its definition and where that is from. */
import { get } from "$lib/api/client";
import type { Term } from "$lib/api/records";

class Vocabulary {
  #terms = $state.raw<Record<string, Term[]>>({});

  async load(): Promise<void> {
    this.#terms = await get("/api/vocabulary");
  }

  /** The terms of `event_types`, `factuality`, `stances` …, in the vocabulary's order. */
  terms(vocabulary: string): readonly Term[] {
    return this.#terms[vocabulary] ?? [];
  }

  find(vocabulary: string, key: string | null | undefined): Term | undefined {
    return this.terms(vocabulary).find((term) => term.key === key);
  }

  /** The name of a key; the key itself, spelled out, where the vocabulary has none. */
  name(vocabulary: string, key: string): string {
    return this.find(vocabulary, key)?.name ?? key.replaceAll("_", " ").toLowerCase();
  }
}

export const vocabulary = new Vocabulary();

/** The vocabulary that a field of the filter takes its values from, where it takes them from one. */
export const VOCABULARY_OF: Readonly<Record<string, string>> = {
  event_type: "event_types",
  mode: "event_modes",
  factuality: "factuality",
  source_kind: "source_kinds",
  stance: "stances",
  review: "review_states",
};
