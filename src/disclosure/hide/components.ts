import type { Unknowns } from "./unknowns.ts";

/** Hidden unknowns that share equations, directly or through others; each in the order of the set. */
export function componentsOf(
  { size, equations, within }: Unknowns,
  hidden: Uint8Array,
): number[][] {
  const seen = new Uint8Array(size);
  const components: number[][] = [];
  for (let first = 0; first < size; first++) {
    if (hidden[first] !== 1 || seen[first] === 1) continue;
    const component = [first];
    seen[first] = 1;
    for (const unknown of component) {
      for (let at = within.start[unknown] ?? 0; at < (within.start[unknown + 1] ?? 0); at++) {
        const row = within.items[at] ?? 0;
        for (let to = equations.start[row] ?? 0; to < (equations.start[row + 1] ?? 0); to++) {
          const other = equations.items[to] ?? 0;
          if (hidden[other] !== 1 || seen[other] === 1) continue;
          seen[other] = 1;
          component.push(other);
        }
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components;
}
