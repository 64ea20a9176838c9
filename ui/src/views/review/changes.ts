/** An edit in words, for people who compare what two of them made of a claim. */
/** Each changed field with its new value: offsets as "12–17", what was taken out as "none". An event by its own fields. */
export function changes(edit: object | null): [string, string][] {
  return Object.entries(edit ?? {}).flatMap(([field, value]): [string, string][] =>
    field === "event" && isRecord(value) ? changes(value) : [[field.replaceAll("_", " "), worded(value)]],
  );
}

function worded(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(worded).join("; ");
  if (!isRecord(value)) return String(value);
  const { start, end, ...rest } = value;
  const stretch = start === undefined ? [] : [`characters ${String(start)}–${String(end)}`];
  return [...stretch, ...Object.values(rest).map(worded)].join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
