/** Where the desk is: the address, as state. Back and forward work since nothing else remembers it. */

class Route {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  hash = $state(location.hash);

  /** The parts of the path: `/articles/4f2a` is `["articles", "4f2a"]`; `/` is the claims. */
  get parts(): string[] {
    const parts = this.path.split("/").filter(Boolean).map(decode);
    return parts.length === 0 ? ["claims"] : parts;
  }

  read(): void {
    this.path = location.pathname;
    this.hash = location.hash;
    if (this.query.toString() !== new URLSearchParams(location.search).toString()) {
      this.query = new URLSearchParams(location.search);
    }
  }
}

export const route = new Route();

/** The address of a path with a query string; `?` only where there is something to ask. */
export function address(path: string, query: URLSearchParams | string = "", hash = ""): string {
  const asked = query.toString();
  return path + (asked === "" ? "" : `?${asked}`) + hash;
}

/** Go to an address of the desk. `replace` leaves no step for the back button: typing, moving along a list. */
export function go(to: string, how: { replace?: boolean } = {}): void {
  if (to === location.pathname + location.search + location.hash) return;
  history[how.replace === true ? "replaceState" : "pushState"](null, "", to);
  route.read();
}

/** Stay where we are, with another query string. */
export function ask(query: URLSearchParams, how: { replace?: boolean } = {}): void {
  go(address(route.path, query), how);
}

/** Follow links of our own without loading the page anew, and hear the back button. Returns how to stop. */
export function listen(): () => void {
  const follow = (event: MouseEvent): void => {
    const to = ownLink(event);
    if (to === null) return;
    event.preventDefault();
    go(to.pathname + to.search + to.hash);
  };
  const moved = (): void => route.read();
  document.addEventListener("click", follow);
  addEventListener("popstate", moved);
  addEventListener("hashchange", moved);
  return () => {
    document.removeEventListener("click", follow);
    removeEventListener("popstate", moved);
    removeEventListener("hashchange", moved);
  };
}

function ownLink(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download") || !link.hasAttribute("href")) return null;
  const to = new URL(link.href);
  const elsewhere = to.origin !== location.origin || to.pathname.startsWith("/api/");
  return elsewhere ? null : to;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
