/**
 * The filter as the address holds it: a field's name, repeated for alternatives; `not_` before it for what must not be.
 * `?event_type=ASSAULT&event_type=FIGHT&not_outlet=SANA&since=2018-10`. Every function returns a new query and keeps
 * the order of what stays, so that one filter has one address.
 */

/** What each field of `Filter` (src/sayso/ledger/filter.py) is called on a pill. */
export const FIELDS = {
  text: "words",
  article: "article",
  outlet: "outlet",
  language: "language",
  source: "source",
  source_id: "source",
  source_kind: "kind of source",
  named: "source named",
  stance: "stance",
  event_type: "event",
  mode: "mode",
  actor: "actor",
  actor_id: "actor",
  recipient: "recipient",
  recipient_id: "recipient",
  place: "place",
  place_id: "place",
  country: "country",
  bbox: "area",
  since: "since",
  until: "until",
  deadline: "deadline",
  factuality: "factuality",
  kind: "kind",
  min_confidence: "confidence from",
  max_confidence: "confidence to",
  review: "review",
  reviewer: "reviewer",
  commented: "commented",
} as const;

export type Field = keyof typeof FIELDS;

/** One value that a claim must have in a field, or must not have. */
export interface Condition {
  field: Field;
  value: string;
  not: boolean;
}

/** Fields of which a claim has one bound, so that a new value takes the old one's place. */
const SINGLE: ReadonlySet<Field> = new Set([
  "text",
  "since",
  "until",
  "min_confidence",
  "max_confidence",
  "bbox",
  "named",
  "deadline",
  "commented",
]);

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

/** The conditions of an address, in its order. What is no field of the filter is left out. */
export function conditions(query: URLSearchParams): Condition[] {
  return [...query].flatMap(([name, value]) => {
    const not = name.startsWith("not_");
    const field = not ? name.slice(4) : name;
    return isField(field) ? [{ field, value, not }] : [];
  });
}

/** The filter alone, for the API and for links to other views: without sort, columns and selection. */
export function filterOnly(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(conditions(query).map((condition) => [parameter(condition), condition.value]));
}

export function has(query: URLSearchParams, condition: Condition): boolean {
  return query.has(parameter(condition), condition.value);
}

/** With one more condition; where its opposite stood, that goes. */
export function including(query: URLSearchParams, condition: Condition): URLSearchParams {
  const single = SINGLE.has(condition.field);
  const kept = [...query].filter(([name, value]) => {
    const same = bare(name) === condition.field && (single || value === condition.value);
    return !same;
  });
  return new URLSearchParams([...kept, [parameter(condition), condition.value]]);
}

export function excluding(query: URLSearchParams, condition: Condition): URLSearchParams {
  return dropping(query, (name, value) => name === parameter(condition) && value === condition.value);
}

/** With the condition turned round, in its place. */
export function negating(query: URLSearchParams, condition: Condition): URLSearchParams {
  const turned = parameter({ ...condition, not: !condition.not });
  const from = parameter(condition);
  return new URLSearchParams(
    [...query].map(([name, value]) => [name === from && value === condition.value ? turned : name, value]),
  );
}

/** Without any condition on these fields, or on any field; sort, columns and the like stay. */
export function clearing(query: URLSearchParams, fields?: readonly Field[]): URLSearchParams {
  return dropping(query, (name) => {
    const field = bare(name);
    return isField(field) && (fields === undefined || fields.includes(field));
  });
}

/** With a parameter that is none of the filter's set to a value, or gone where the value is null. */
export function setting(query: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(query);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next;
}

function dropping(query: URLSearchParams, drop: (name: string, value: string) => boolean): URLSearchParams {
  return new URLSearchParams([...query].filter(([name, value]) => !drop(name, value)));
}

function parameter(condition: Condition): string {
  return (condition.not ? "not_" : "") + condition.field;
}

function bare(name: string): string {
  return name.startsWith("not_") ? name.slice(4) : name;
}
