/** Which names of a picture have room. */

export interface Name {
  text: string;
  /** The middle of its top, in pixels. */
  x: number;
  y: number;
  /** Shown even over another. */
  always?: boolean;
}

const HEIGHT = 14;
/** About the width of a letter at 12 pixels. */
const LETTER = 6.6;

/** The names that are shown: each gives way to those before it. */
export function fitting<Found extends Name>(names: readonly Found[]): Found[] {
  const taken: Name[] = [];
  return names.filter((name) => {
    const shown = name.always === true || !taken.some((other) => overlap(name, other));
    if (shown) taken.push(name);
    return shown;
  });
}

function overlap(a: Name, b: Name): boolean {
  const reach = ((a.text.length + b.text.length) * LETTER) / 2 + 4;
  return Math.abs(a.y - b.y) < HEIGHT && Math.abs(a.x - b.x) < reach;
}
