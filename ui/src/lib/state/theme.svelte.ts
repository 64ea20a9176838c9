/** Light, dark, or as the system says; kept in this browser. */

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "sayso.theme";

class Scheme {
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #system = $state(this.#dark.matches);
  choice = $state<Theme>(kept());

  constructor() {
    this.#dark.addEventListener("change", (event) => (this.#system = event.matches));
    this.#show();
  }

  /** Whether dark colours are on the screen now. Read it where a canvas must be drawn anew. */
  get dark(): boolean {
    return this.choice === "system" ? this.#system : this.choice === "dark";
  }

  choose(theme: Theme): void {
    this.choice = theme;
    localStorage.setItem(KEY, theme);
    this.#show();
  }

  next(): void {
    this.choose(THEMES[(THEMES.indexOf(this.choice) + 1) % THEMES.length] ?? "system");
  }

  #show(): void {
    if (this.choice === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.choice;
  }
}

export const scheme = new Scheme();

/** A token's colour as `rgb(…)` of the scheme that is on, for a canvas: `colour("--mark-source")`. */
export function colour(token: `--${string}`): string {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function kept(): Theme {
  const found = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === found) ?? "system";
}
