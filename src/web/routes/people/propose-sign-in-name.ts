const unmarked = /\p{Mark}/gu;

/**
 * «Åsa Öberg-Lind» → `asa.oberg-lind`: first and last name as most people's addresses have them; with a
 * number where somebody has it already.
 */
export function proposeSignInName(name: string, taken: readonly string[]): string {
  const words = name
    .normalize("NFD")
    .replace(unmarked, "")
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .map((word) => word.replace(/^-+|-+$/g, ""))
    .filter((word) => word !== "");
  const proposed = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .filter((word) => word !== undefined)
    .join(".");
  if (proposed === "") return "";
  const known = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? proposed : `${proposed}${number}`;
    if (!known.has(wanted)) return wanted;
  }
}
