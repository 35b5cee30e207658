import { ageBands, type Codebook, type Subgroup } from "#codebook";
import type { LocalGroupView } from "#server";
import { indicatorInWords } from "./indicator-words.ts";
import { provenanceInWords } from "./provenance-words.ts";

export type Told = {
  /** An indicator's or a variable's id; «V24 as V15» where one is held against the other. */
  readonly id: string;
  readonly subgroup: Subgroup | LocalGroupView | undefined;
  /** Of an area or a municipality: shares are of the valid answers. */
  readonly isOfPlace?: boolean;
};

/** What is counted, among which cases, and where the question comes from; a sentence or two each. */
export function methodInWords(
  { id, subgroup, isOfPlace = false }: Told,
  codebook: Codebook,
): readonly string[] {
  const told = whatIsCounted(id, codebook, isOfPlace);
  return subgroup ? [...told, membersInWords(subgroup, codebook)] : told;
}

function whatIsCounted(id: string, codebook: Codebook, isOfPlace: boolean): readonly string[] {
  const indicator = codebook.indicators.find((each) => each.id === id);
  if (indicator) {
    const note = indicator.provenance.note?.sv;
    return [
      indicatorInWords(indicator, codebook, isOfPlace ? "valid" : indicator.base),
      ...(note ? [note] : []),
    ];
  }
  const variable = codebook.variables.find((each) => each.id === id);
  if (variable) {
    const { definition, type } = variable;
    const { one, several } = nounsOf(codebook);
    const whole = `${several} med ${isOfPlace ? "giltigt " : ""}svar`;
    return [
      ...(definition ? [definition.sv] : []),
      type === "multiple"
        ? `Antal ${several} med varje svar, och andelen av ${whole}. Ett ${one} kan ha flera svar.`
        : `Antal ${several} med varje svar, och andelen av ${whole}.`,
      provenanceInWords(variable),
    ];
  }
  const [both = ""] = id.split(" among ");
  const compared = codebook.variables.filter((each) => both.split(" as ").includes(each.id));
  if (compared.length !== 2) return [];
  const names = compared.map(({ label }) => `«${label.sv}»`).join(" och ");
  return [`Andelen ärenden där ${names} har samma svar, av avslutade ärenden med svar på båda.`];
}

function nounsOf({ counts }: Codebook) {
  return counts === "meetings"
    ? { one: "möte", several: "möten" }
    : { one: "ärende", several: "ärenden" };
}

/** «Bara hedersrelaterade ärenden: de där svaret på «Hedersrelaterat våld» är Ja.» */
function membersInWords(group: Subgroup | LocalGroupView, { variables }: Codebook): string {
  if (!("variable" in group)) return `Bara ${group.noun.sv} (${group.label.sv}).`;
  const { noun, variable, codes } = group;
  const asked = variables.find(({ id }) => id === variable);
  const options = asked ? [...asked.options, ...ageBands(asked)] : [];
  const answers = codes.map(
    (code) => options.find((option) => option.code === code)?.label.sv ?? `kod ${code}`,
  );
  return `Bara ${noun.sv}: där svaret på «${asked?.label.sv ?? variable}» är ${answers.join(" eller ")}.`;
}
