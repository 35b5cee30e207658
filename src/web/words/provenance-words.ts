import type { Question } from "#codebook";

/** How sure the question and its answers are, in one or two sentences; nothing reconstructed is hidden. */
export function provenanceInWords({
  provenance,
  options,
}: Pick<Question, "provenance" | "options">) {
  if (provenance.status === "reconstructed") {
    return "Frågan är rekonstruerad: den officiella ordalydelsen är inte känd.";
  }
  const known = "Frågan är känd från en publicerad källa.";
  const rebuilt = options.filter((option) => option.provenance?.status === "reconstructed");
  if (rebuilt.length === 0) return known;
  if (rebuilt.length === options.length) return `${known} Svarsalternativen är rekonstruerade.`;
  const codes = rebuilt.map(({ code }) => String(code));
  return `${known} ${alternatives(codes)}.`;
}

function alternatives(codes: readonly string[]): string {
  if (codes.length === 1) return `Alternativ ${codes[0]} är rekonstruerat`;
  return `Alternativ ${codes.slice(0, -1).join(", ")} och ${codes.at(-1)} är rekonstruerade`;
}
