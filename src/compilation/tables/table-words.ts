import type { Codebook } from "#codebook";
import { askedTwiceTable, type TableSpecification } from "#tabulation";
import { optionLabel } from "../option-label.ts";

/** What a table counts, in Swedish: «Kön. Ärenden som påbörjades i omgången; män.» */
export function tableWords(specification: TableSpecification, codebook: Codebook): string {
  const { measure, population } = specification;
  const cases =
    population === "closed"
      ? "Ärenden som avslutades i omgången"
      : "Ärenden som påbörjades i omgången";
  const group = subgroupWords(specification, codebook);
  const of = group === undefined ? `${cases}.` : `${cases}; ${group}.`;
  const label = (id: string) => codebook.variables.find((each) => each.id === id)?.label.sv ?? id;
  switch (measure.kind) {
    case "cases":
      return `Antal. ${of}`;
    case "frequencies":
      return `${label(measure.variable)}. ${of}`;
    case "share":
    case "mean-distinct":
      return `${askedTwiceWords(specification, codebook) ?? indicatorLabel(specification, codebook)}. ${of}`;
    case "crossing": {
      const [columns] = measure.columns;
      const by = columns?.kind === "question" ? ` efter ${label(columns.variable)}` : "";
      return `${measure.rows.kind === "question" ? label(measure.rows.variable) : ""}${by}. ${of}`;
    }
    default:
      return `${specification.id}. ${of}`;
  }
}

function indicatorLabel({ id, subgroup }: TableSpecification, codebook: Codebook): string {
  const name = subgroup === undefined ? id : id.slice(subgroup.length + 1);
  return codebook.indicators.find((each) => each.id === name)?.label.sv ?? name;
}

/** Who answered a question both times, and who the same. */
export function askedTwiceWords(
  { id }: TableSpecification,
  codebook: Codebook,
): string | undefined {
  const table = askedTwiceTable(id);
  if (!table) return undefined;
  const { after, before, isSame, among } = table;
  const find = (name: string) => codebook.variables.find((each) => each.id === name);
  const label = (name: string) => `«${find(name)?.label.sv ?? name}»`;
  const said = `${label(after)} och ${label(before)}, ${isSame ? "samma svar på båda" : "båda besvarade"}`;
  const asked = among && find(among.variable);
  if (!asked) return said;
  const answers = among.codes.map((code) => optionLabel(asked, code).sv);
  return `${said}; ${asked.label.sv}: ${answers.join(" eller ")}`;
}

function subgroupWords({ subgroup }: TableSpecification, codebook: Codebook): string | undefined {
  const found = codebook.subgroups.find(({ id }) => id === subgroup);
  const variable = codebook.variables.find(({ id }) => id === found?.variable);
  if (!found || !variable) return undefined;
  const answers = found.codes.map((code) => optionLabel(variable, code).sv);
  return `${variable.label.sv}: ${answers.join(" eller ")}`;
}
