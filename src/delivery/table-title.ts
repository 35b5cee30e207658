import type { Codebook } from "#codebook";
import { askedTwiceTable, type TableSpecification } from "#tabulation";
import { codeLabel, questionLabel } from "./answer-label.ts";
import { variableIn } from "./listed-codes.ts";
import { countedWords } from "./words/counted-words.ts";
import { toldWords } from "./words/leaving-words.ts";

/** A meeting is never open or closed: those tables are empty lines of a delivery of meetings, and say nothing. */
export function isOfCasesAlone(
  { measure, population }: TableSpecification,
  { counts }: Pick<Codebook, "counts">,
): boolean {
  return counts === "meetings" && measure.kind === "cases" && population !== "started";
}

/** What a table of the release is about: «Mål uppnådda, bland hedersrelaterade ärenden». */
export function tableTitle(specification: TableSpecification, codebook: Codebook): string {
  const { subgroup } = specification;
  const title = titleOf(specification, codebook);
  const group = codebook.subgroups.find(({ id }) => id === subgroup)?.noun.sv;
  return group === undefined ? title : toldWords.among(title, group);
}

function titleOf({ id, subgroup, measure, population }: TableSpecification, codebook: Codebook) {
  const labelOf = (variable: string) => questionLabel(variableIn(codebook, variable));
  switch (measure.kind) {
    case "cases":
      return countedWords(codebook).totalOf[population];
    case "frequencies":
      return labelOf(measure.variable);
    case "share":
      return askedTwiceIn(id, codebook) ?? indicatorTitle(id, subgroup, codebook);
    case "mean-distinct":
      return indicatorTitle(id, subgroup, codebook);
    case "crossing": {
      const [column] = measure.columns;
      if (measure.rows.kind !== "question" || column?.kind !== "question") return id;
      return toldWords.crossed(labelOf(measure.rows.variable), labelOf(column.variable));
    }
    default:
      return id;
  }
}

function indicatorTitle(id: string, subgroup: string | undefined, codebook: Codebook): string {
  const own = subgroup === undefined ? id : id.slice(subgroup.length + 1);
  return codebook.indicators.find((each) => each.id === own)?.label.sv ?? own;
}

/** Who answered both times, and who the same. */
function askedTwiceIn(id: string, codebook: Codebook): string | undefined {
  const table = askedTwiceTable(id);
  if (!table) return undefined;
  const { after, before, isSame, among } = table;
  const labelOf = (each: string) => questionLabel(variableIn(codebook, each));
  const title = toldWords.askedTwice[isSame ? "as" : "with"](labelOf(after), labelOf(before));
  if (!among) return title;
  const asked = variableIn(codebook, among.variable);
  const answers = among.codes.map((code) => codeLabel(asked, code));
  return countedWords(codebook).where(title, questionLabel(asked), answers);
}
