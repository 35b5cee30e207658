import type { Codebook, Indicator, Text, Variable } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { Language } from "#kernel";
import { describeFrequencies } from "./describe-frequencies.ts";
import { describeMean } from "./describe-mean.ts";
import { describeShare } from "./describe-share.ts";
import type { Figure } from "./figure.ts";
import { aboutOf } from "./findings/about.ts";
import { plainId } from "./findings/chosen-cases.ts";
import { unitResponse } from "./response/unit-response.ts";
import type { Subject } from "./subject.ts";
import { nounOf } from "./words/noun.ts";
import type { ToldResponse } from "./words/response/told-response.ts";

/**
 * A table of an indicator or a variable as a figure; what it is about is named with the group and the
 * period that it is limited to, unless they stand above it. `null`: it is of neither.
 * @param counted of the unit's closed cases, for what the client says.
 */
export function unitFigure(
  table: InternalTable,
  codebook: Codebook,
  language: Language,
  isChoiceSaid = false,
  counted?: ToldResponse,
): Figure<"internal"> | null {
  const { counts, specification } = table;
  const id = plainId(specification.id);
  const indicator = codebook.indicators.find((each) => each.id === id);
  const named = indicator?.variable ?? id;
  const variable = codebook.variables.find((each) => each.id === named);
  if (!variable) return null;
  const told = indicator ?? variable;
  const label = isChoiceSaid ? told.label : labelOf(specification, told, codebook);
  const about = subjectOf(table, { ...told, label }, variable, { codebook, language });
  const response = about.base.noun === "client" ? unitResponse(counted, language) : null;
  const subject = { ...about, response };
  if (counts.kind === "frequencies") return describeFrequencies(subject, variable, counts);
  if (counts.kind === "share") return describeShare(subject, counts);
  return counts.kind === "mean-distinct" ? describeMean(subject, counts) : null;
}

function subjectOf(
  { specification }: InternalTable,
  told: Indicator | Variable,
  variable: Variable,
  { codebook, language }: { readonly codebook: Codebook; readonly language: Language },
): Subject<"internal"> {
  const { id, population, subgroup } = specification;
  if (population === "open") throw new Error(`open cases are in no figure: ${id}`);
  const noun = nounOf(codebook, variable);
  const kind = "base" in told ? told.base : "answered";
  const isClosed = population === "closed";
  const isPart = subgroup !== undefined;
  return {
    lane: "internal",
    id,
    label: told.label,
    population,
    reconstructed: told.provenance.status === "reconstructed",
    base: { noun, kind, isClosed, isPart },
    language,
  };
}

/** «Våldets grovhet (hedersrelaterade ärenden, startade 2025)» */
function labelOf(
  specification: InternalTable["specification"],
  told: Indicator | Variable,
  codebook: Codebook,
): Text {
  if (specification.subgroup === undefined && specification.period === undefined) return told.label;
  const variable = "variable" in told ? told.variable : told.id;
  const titleIn = (language: Language) =>
    aboutOf(specification, { codebook, language }, { variable, kind: "all" }).title;
  return { sv: titleIn("sv"), en: titleIn("en") };
}
