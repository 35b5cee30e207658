import type { AnonymityAtLevel, AnonymityReport } from "../anonymity-report.ts";

/** The report in sentences, for the sender. `labels`: what the groups are made of, in words. */
export function anonymityInWords(
  { cases, levels, suggested }: AnonymityReport,
  labels: readonly string[],
): readonly string[] {
  if (cases === 0) return ["Leveransen har inga ärenden."];
  const known = listed(labels.map((label) => label.toLowerCase()));
  return [
    `Den som känner en klient vet ofta en del om henne. Här antar vi: ${known}.`,
    ...levels.map((level) => levelSentence(level, cases)),
    ...(suggested ? [suggestions[suggested]] : []),
    "Det här är till för er och stoppar ingenting. Vad som lämnar bestäms i överenskommelsen.",
  ];
}

function levelSentence({ level, inSmallGroups, alone }: AnonymityAtLevel, cases: number): string {
  const where = level === "rows" ? "Med startkvartal" : "Utan någon tid";
  return `${where} delar ${inSmallGroups} av ${cases} ärenden de svaren med färre än fyra andra, och ${alone} är ensamma om dem.`;
}

const suggestions = {
  "coarse-rows":
    "Utan tider blir ärendena svårare att känna igen. Överväg grövre rader i nästa överenskommelse.",
  counts:
    "Även utan tider går de flesta ärenden att känna igen för den som vet så mycket. Överväg att bara lämna antal i nästa överenskommelse.",
} as const;

function listed(labels: readonly string[]): string {
  if (labels.length < 2) return labels.join("");
  return `${labels.slice(0, -1).join(", ")} och ${labels.at(-1)}`;
}
