/** The facets, in the order in which they stand. */

export interface FacetKind {
  /** As the API names it. */
  name: string;
  label: string;
  /** What a claim without any is said to have, and the field that asks for it. Unset: the filter can't. */
  none?: { label: string; field: string; value: string };
  /** Open from the start. */
  open: boolean;
  /** Long lists can be searched. */
  searched: boolean;
}

type More = Partial<Omit<FacetKind, "name" | "label">>;

const facet = (name: string, label: string, more: More = {}): FacetKind => ({ name, label, open: false, searched: false, ...more });

const none = (field: string, label: string, value = ""): Pick<FacetKind, "none"> => ({ none: { label, field, value } });

export const FACETS: readonly FacetKind[] = [
  facet("event_type", "Event", { open: true, ...none("event_type", "no event") }),
  facet("factuality", "Factuality", { open: true }),
  facet("source", "Source", { open: true, searched: true }),
  facet("source_kind", "Kind of source", none("source_kind", "only the article")),
  facet("actor", "Actor", { open: true, searched: true, ...none("actor", "no actor") }),
  facet("recipient", "Recipient", { searched: true, ...none("recipient", "no recipient") }),
  facet("place", "Place", { open: true, searched: true, ...none("place", "no place") }),
  facet("country", "Country", none("country", "no country")),
  facet("outlet", "Outlet", { open: true, searched: true, ...none("outlet", "no outlet") }),
  facet("article", "Article", { searched: true }),
  facet("named", "Source named"),
  facet("stance", "Stance"),
  facet("kind", "Event or statement"),
  facet("language", "Language"),
  facet("review", "Review", { open: true, ...none("review", "undecided", "none") }),
  facet("reviewer", "Reviewer"),
];
