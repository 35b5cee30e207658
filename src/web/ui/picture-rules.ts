const tags = new Set(
  "svg g path rect circle line polyline polygon text tspan title desc defs clipPath".split(" "),
);

const names = new Set(
  `class viewBox width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform fill
   fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin
   stroke-miterlimit stroke-opacity vector-effect opacity overflow font-size font-weight font-family font-variant text-anchor
   dominant-baseline text-rendering letter-spacing id clip-path preserveAspectRatio`.split(/\s+/),
);

/** The elements of which a picture may be made: no scripts, no links, no foreign content. */
export function isDrawn(tag: string): boolean {
  return tags.has(tag);
}

/**
 * The attributes that may pass, under the names that React gives them. Handlers, styles and links
 * have no place in a picture, and an address is only ever a part of the same picture.
 */
export function attributesOf(attributes: {
  readonly [name: string]: string;
}): Readonly<Record<string, string>> {
  const kept = Object.entries(attributes).filter(
    ([name, value]) => names.has(name) && !/url\s*\((?!\s*["']?#)/i.test(value),
  );
  return Object.fromEntries(kept.map(([name, value]) => [reactName(name), value]));
}

function reactName(name: string): string {
  if (name === "class") return "className";
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
