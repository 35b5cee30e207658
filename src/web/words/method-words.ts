import type { Codebook, Subgroup } from "#codebook";
import { indicatorInWords } from "./indicator-words.ts";
import { provenanceInWords } from "./provenance-words.ts";

export type Told = {
  /** An indicator's or a variable's id; «V24 by V15» where one is held against the other. */
  readonly id: string;
  readonly subgroup: Subgroup | undefined;
};

/** What is counted, among which cases, and where the question comes from; a sentence or two each. */
export function methodInWords({ id, subgroup }: Told, codebook: Codebook): readonly string[] {
  const told = whatIsCounted(id, codebook);
  return subgroup ? [...told, membersInWords(subgroup, codebook)] : told;
}

function whatIsCounted(id: string, codebook: Codebook): readonly string[] {
  const indicator = codebook.indicators.find((each) => each.id === id);
  if (indicator) {
    const note = indicator.provenance.note?.sv;
    return [indicatorInWords(indicator, codebook), ...(note ? [note] : [])];
  }
  const variable = codebook.variables.find((each) => each.id === id);
  if (variable) {
    const { definition, type } = variable;
    return [
      ...(definition ? [definition.sv] : []),
      type === "multiple"
        ? "Antal ärenden med varje svar, och andelen av ärenden med svar. Ett ärende kan ha flera svar."
        : "Antal ärenden med varje svar, och andelen av ärenden med svar.",
      provenanceInWords(variable),
    ];
  }
  const compared = codebook.variables.filter((each) => id.split(" by ").includes(each.id));
  if (compared.length !== 2) return [];
  const names = compared.map(({ label }) => `«${label.sv}»`).join(" och ");
  return [`Andelen ärenden där ${names} har samma svar, av avslutade ärenden med svar på båda.`];
}

/** «Bara hedersrelaterade ärenden: de där svaret på «Hedersrelaterat våld» är Ja.» */
function membersInWords({ noun, variable, code }: Subgroup, { variables }: Codebook): string {
  const asked = variables.find(({ id }) => id === variable);
  const answer = asked?.options.find((option) => option.code === code)?.label.sv ?? `kod ${code}`;
  return `Bara ${noun.sv}: där svaret på «${asked?.label.sv ?? variable}» är ${answer}.`;
}
