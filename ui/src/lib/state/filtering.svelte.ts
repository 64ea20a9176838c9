/** The filter that the address holds now, shared by every view. */
import { conditions, filterOnly, type Condition } from "./filter";
import { route } from "./route.svelte";

class Filtering {
  /** The filter's own query string; it stays the same while only sort, columns or selection change. */
  readonly key: string = $derived(filterOnly(route.query).toString());
  readonly conditions: readonly Condition[] = $derived(conditions(new URLSearchParams(this.key)));

  /** A copy, to add `limit` or `sort` to. */
  get query(): URLSearchParams {
    return new URLSearchParams(this.key);
  }

  /** The filter with more parameters, for a call of the API: `filtering.with({ limit: 50 })`. */
  with(more: Record<string, string | number | null | undefined>): URLSearchParams {
    const query = this.query;
    for (const [name, value] of Object.entries(more)) if (value != null) query.set(name, String(value));
    return query;
  }
}

export const filtering = new Filtering();
