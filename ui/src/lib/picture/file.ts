/** A picture as a file that stands alone: the drawing, its legend and the lines that say what it shows. */

const NS = "http://www.w3.org/2000/svg";
/** What a file must carry itself, since it has no style sheet; all of it is inherited but the last two. */
const STYLES = [
  "color",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
  "dominant-baseline",
  "opacity",
] as const;
const OWN: Readonly<Record<string, string>> = { opacity: "1", "dominant-baseline": "auto" };
const PAD = 16;
const LINE = 18;

export interface Picture {
  /** The drawing as it is on the page, `width` and `height` its attributes; its computed colours are taken along. */
  drawing: SVGSVGElement;
  /** A list whose items each hold a sample (`svg`) and its words. */
  legend?: HTMLElement | undefined;
  /** A heading, then what it shows and where its data are from. */
  lines: readonly string[];
}

/** The picture as one SVG of its own. */
export function toSvg({ drawing, legend, lines }: Picture): SVGSVGElement {
  const { width, height } = size(drawing);
  const samples = legend === undefined ? [] : [...legend.querySelectorAll("li")];
  const placed = flow(samples, width);
  const below = height + PAD + (placed.at(-1)?.y ?? -LINE) + LINE;
  const whole = make("svg", { xmlns: NS, width, height: below + lines.length * LINE + PAD });
  whole.setAttribute("viewBox", `0 0 ${width} ${below + lines.length * LINE + PAD}`);
  const ink = getComputedStyle(document.body);
  whole.append(make("rect", { width: "100%", height: "100%", fill: ink.backgroundColor }));
  whole.append(styled(drawing, { x: 0, y: 0, width, height }));
  for (const { item, x, y } of placed) {
    const sample = item.querySelector("svg");
    if (sample !== null) whole.append(styled(sample, { x, y: height + PAD + y, ...size(sample) }));
    whole.append(text(item.textContent ?? "", x + 28, height + PAD + y + 11, ink));
  }
  lines.forEach((line, i) => whole.append(text(line, PAD, below + PAD + i * LINE, ink, i === 0)));
  whole.append(used(whole));
  return whole;
}

export function svgBlob(picture: Picture): Blob {
  return new Blob([new XMLSerializer().serializeToString(toSvg(picture))], { type: "image/svg+xml" });
}

/** The picture at twice its size on the page. */
export async function pngBlob(picture: Picture): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("The picture is too large.")) : resolve(blob)),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hand the file to the person, as the browser hands over a download. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Each sample with its place below the drawing: as many in a row as fit. */
function flow(items: HTMLElement[], width: number): { item: HTMLElement; x: number; y: number }[] {
  let [x, y] = [PAD, 0];
  return items.map((item) => {
    const room = 28 + (item.textContent ?? "").length * 7 + PAD;
    if (x > PAD && x + room > width) [x, y] = [PAD, y + LINE];
    const at = { item, x, y };
    x += room;
    return at;
  });
}

/** A copy of the element and all in it, but for what is `data-screen`, with its styles as attributes. */
function carried<Found extends Element>(element: Found): Found {
  const copy = element.cloneNode(true) as Found;
  const [from, to] = [element, copy].map((one) => [one, ...one.querySelectorAll("*")]) as [Element[], Element[]];
  const screen = to.filter((part) => part.hasAttribute("data-screen"));
  from.forEach((part, i) => carry(part, to[i] as Element, part === element ? null : part.parentElement));
  screen.forEach((part) => part.remove());
  return copy;
}

function styled(drawing: SVGSVGElement, at: Record<string, number>): SVGElement {
  const copy = carried(drawing);
  for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(value));
  return copy;
}

/** Write down as attributes what the style sheets say and no parent says already; classes, roles and handlers stay behind. */
function carry(from: Element, to: Element, parent: Element | null): void {
  const [style, above] = [getComputedStyle(from), parent && getComputedStyle(parent)];
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value === (OWN[name] ?? above?.getPropertyValue(name)) || value === "") to.removeAttribute(name);
    else to.setAttribute(name, value.replaceAll('"', "'").replace(/url\('#(.*?)'\)/, "url(#$1)"));
  }
  for (const name of [...to.attributes].map((attribute) => attribute.name)) {
    if (/^(class|style|role|tabindex|aria-.*|data-.*)$/.test(name)) to.removeAttribute(name);
  }
}

/** The patterns and markers of the page that the file refers to. */
function used(whole: SVGSVGElement): SVGElement {
  const defs = make("defs", {});
  const names = new Set([...whole.outerHTML.matchAll(/url\(#(.*?)\)/g)].map((match) => match[1] ?? ""));
  for (const name of names) {
    const found = [...whole.querySelectorAll("[id]")].some(({ id }) => id === name)
      ? null
      : document.getElementById(name);
    if (found !== null) defs.append(carried(found));
  }
  return defs;
}

function text(words: string, x: number, y: number, ink: CSSStyleDeclaration, strong = false): SVGElement {
  const made = make("text", {
    x,
    y,
    fill: ink.color,
    "font-family": ink.fontFamily.replaceAll('"', "'"),
    "font-size": strong ? 13 : 12,
  });
  if (strong) made.setAttribute("font-weight", "600");
  made.textContent = words.trim().replace(/\s+/g, " ");
  return made;
}

function size(drawing: SVGSVGElement): { width: number; height: number } {
  return { width: Number(drawing.getAttribute("width")), height: Number(drawing.getAttribute("height")) };
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
