import type { Codebook, PhaseId, Question } from "#codebook";
import { nationSpecifications } from "#tabulation";
import { answerLabel, phaseLabel, questionLabel } from "./answer-label.ts";
import { deliverableAt } from "./deliverable-at.ts";
import type {
  DeliveredAnswers,
  DeliveredCase,
  DeliveredTable,
  DeliveryHeading,
} from "./delivery-format.ts";
import { type ReadableTable, readableTable } from "./readable-table.ts";
import { isOfCasesAlone } from "./table-title.ts";
import { withoutAdditions } from "./without-additions.ts";
import { ofCaseWords, quarterInWords, toldWords } from "./words/leaving-words.ts";

/** The delivery itself, in the words of the codebook: for whoever is to see what leaves. */
export type ReadableDelivery =
  | {
      readonly kind: "cases";
      readonly columns: readonly string[];
      /** One for each case, as many texts as there are columns; empty where nothing leaves. */
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "tables"; readonly tables: readonly ReadableTable[] };

/**
 * @param lines all lines of a delivery of one's own, as `deliverRound` makes them.
 * @param codebook with the municipality's overlay, where it has one.
 * @throws for lines that are not of one's own making: what others send is read by `readDelivery`.
 */
export function readableDelivery(lines: readonly string[], codebook: Codebook): ReadableDelivery {
  const [heading, ...content] = lines.slice(0, -1).map((line): unknown => JSON.parse(line));
  const { level } = heading as DeliveryHeading;
  if (level !== "counts") return readableCases(content as DeliveredCase[], level, codebook);
  const common = withoutAdditions(codebook);
  const specifications = nationSpecifications(common);
  const tables = (content as DeliveredTable[]).flatMap(({ counts }, at) => {
    const specification = specifications[at];
    if (!specification) throw new Error("more tables than a release has");
    if (counts === null && isOfCasesAlone(specification, common)) return [];
    return [readableTable(counts, specification, common)];
  });
  return { kind: "tables", tables };
}

/** The cases of a delivery of one's own. */
export function casesInLines(lines: readonly string[]): readonly DeliveredCase[] {
  return lines.slice(1, -1).map((line) => JSON.parse(line) as DeliveredCase);
}

function readableCases(
  cases: readonly DeliveredCase[],
  level: "rows" | "coarse-rows",
  codebook: Codebook,
): ReadableDelivery {
  const { questions, groups } = deliverableAt(codebook, level);
  const { started, closed, counts, begun } = ofCaseWords;
  const times = level === "rows" ? [started, closed] : [];
  const asked = [...questions.values()].map(({ question }) => question);
  const inGroups = codebook.groups.filter(({ id }) => groups.has(id));
  return {
    kind: "cases",
    columns: [
      ...[...times, counts, begun].map(({ label }) => label),
      ...asked.map(questionLabel),
      ...inGroups.map(({ label }) => label.sv),
    ],
    rows: cases.map((row) => [
      ...(level === "rows" ? timesOf(row) : []),
      countsOf(row),
      row.begun.map((phase: PhaseId) => phaseLabel(codebook, phase)).join(", "),
      ...asked.map((question) => answerIn(row.answers, question)),
      ...inGroups.map(({ id }) => {
        const fields = [...(groups.get(id)?.fields.values() ?? [])].map(({ question }) => question);
        return itemsIn(row, id, fields);
      }),
    ]),
  };
}

function timesOf({ started, closed }: DeliveredCase): readonly string[] {
  return [
    started === null ? toldWords.notTold : quarterInWords(started),
    closed === null ? toldWords.open : quarterInWords(closed),
  ];
}

function countsOf({ counts }: DeliveredCase): string {
  const { started, closed } = toldWords;
  return [...(counts.started ? [started] : []), ...(counts.closed ? [closed] : [])].join(", ");
}

function answerIn(answers: DeliveredAnswers, question: Question): string {
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return answer === undefined ? "" : answerLabel(question, answer);
}

/** One after the other, as they stand: «Samtal, Bistånd; Skyddat boende, Bistånd». */
function itemsIn({ items }: DeliveredCase, group: string, fields: readonly Question[]): string {
  return items
    .filter((item) => item.group === group)
    .map(({ answers }) =>
      fields
        .map((field) => answerIn(answers, field))
        .filter(Boolean)
        .join(", "),
    )
    .join("; ");
}
