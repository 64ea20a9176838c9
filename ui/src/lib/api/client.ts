/** The API of `sayso serve`. Routes and answers are typed by records.ts. */
import type { Answers, Body, Route } from "./records";

const TOKEN = "sayso.token";

/** An answer that says no: `message` is the server's one plain sentence, `status` its code, 0 where none answered. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly body: unknown = null,
  ) {
    super(message);
  }
}

export interface Asked {
  /** What stands for the `{name}`s of the route. */
  path?: Record<string, string | number>;
  query?: URLSearchParams | Record<string, string>;
  signal?: AbortSignal;
}

/** Keep the token that the printed address holds (`#token=…`) for this tab, and take it out of sight. */
export function keepToken(): void {
  const found = /^#token=([\w-]+)$/.exec(location.hash);
  if (found === null) return;
  sessionStorage.setItem(TOKEN, found[1] ?? "");
  history.replaceState(null, "", location.pathname + location.search);
}

/** `get("/api/articles/{article_id}", { path: { article_id } })`. Raises ApiError; an abort as the browser has it. */
export function get<P extends Route<"get">>(route: P, asked?: Asked): Promise<Answers<P, "get">> {
  return send("GET", route, asked) as Promise<Answers<P, "get">>;
}

/** `post("/api/comments", { article_id, claim_id, text })`; a FormData goes as it is, anything else as JSON. */
export function post<P extends Route<"post">>(
  route: P,
  body: Body<P, "post"> | FormData,
  asked?: Asked,
): Promise<Answers<P, "post">> {
  return send("POST", route, asked, body) as Promise<Answers<P, "post">>;
}

export function patch<P extends Route<"patch">>(
  route: P,
  body: Body<P, "patch">,
  asked?: Asked,
): Promise<Answers<P, "patch">> {
  return send("PATCH", route, asked, body) as Promise<Answers<P, "patch">>;
}

export function remove<P extends Route<"delete">>(route: P, asked?: Asked): Promise<Answers<P, "delete">> {
  return send("DELETE", route, asked) as Promise<Answers<P, "delete">>;
}

/** The address of a route, for a link that downloads: `link("/api/claims.csv", filter)`. */
export function link(route: string, query: URLSearchParams, path: Asked["path"] = {}): string {
  return fill(route, { path, query });
}

async function send(method: string, route: string, asked: Asked = {}, body?: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(fill(route, asked), { method, signal: asked.signal, ...payload(body) });
  } catch (error) {
    if (asked.signal?.aborted === true) throw error;
    throw new ApiError("The server doesn’t answer. Is sayso serve still running?", 0);
  }
  const answer: unknown = response.headers.get("content-type")?.includes("json") ? await response.json() : null;
  if (!response.ok) throw new ApiError(detail(answer) ?? `The server answered ${response.status}.`, response.status, answer);
  return answer;
}

function payload(body: unknown): RequestInit {
  const headers = new Headers();
  const token = sessionStorage.getItem(TOKEN);
  if (token !== null) headers.set("X-Sayso-Token", token);
  if (body === undefined || body instanceof FormData) return { headers, body };
  headers.set("Content-Type", "application/json");
  return { headers, body: JSON.stringify(body) };
}

function fill(route: string, { path = {}, query }: Asked): string {
  const filled = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const asked = new URLSearchParams(query).toString();
  return asked === "" ? filled : `${filled}?${asked}`;
}

function detail(answer: unknown): string | undefined {
  const found = (answer as { detail?: unknown } | null)?.detail;
  return typeof found === "string" ? found : undefined;
}
