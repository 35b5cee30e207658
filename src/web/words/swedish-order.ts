/** In the order of the Swedish alphabet: å, ä and ö come last. */
export function byName<Named extends { readonly name: string }>(
  list: readonly Named[],
): readonly Named[] {
  return list.toSorted((a, b) => a.name.localeCompare(b.name, "sv"));
}
