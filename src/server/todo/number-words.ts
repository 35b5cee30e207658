const words = [
  "Noll",
  "Ett",
  "Två",
  "Tre",
  "Fyra",
  "Fem",
  "Sex",
  "Sju",
  "Åtta",
  "Nio",
  "Tio",
  "Elva",
  "Tolv",
];

/** At the beginning of a sentence about neuter things: «Ett svar», «Två svar», «13 svar». */
export function numberFirst(count: number): string {
  return words[count] ?? String(count);
}
