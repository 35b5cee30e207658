import type { WrittenCase } from "#scenario";

/** The answer sheet in one line for each part, as it was given to the person, or to the machine. */
export function sheetInWords({ startedOn, answers, rows, closedOn }: WrittenCase): string {
  const lines = [
    `case start ${startedOn}`,
    listed(answers),
    ...rows.map(({ group, phase, fields }) => `${group} (${phase}): ${listed(fields)}`),
    `closed ${closedOn ?? "never"}`,
  ];
  return `the answer sheet\n  ${lines.join("\n  ")}`;
}

function listed(answers: WrittenCase["answers"]): string {
  return Object.entries(answers)
    .map(
      ([name, written]) => `${name} ${typeof written === "object" ? written.join("+") : written}`,
    )
    .join("; ");
}
