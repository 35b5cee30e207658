import { type AgeBand, ageBands, type Codebook, type Text, type Variable } from "#codebook";

/** Cases that a municipality's own figures are told of besides all: by the answer to one question. */
export type LocalGroup = {
  readonly id: string;
  /** «Kön: Kvinna» */
  readonly label: Text;
  /** In the middle of a sentence: «ärenden där Kön är Kvinna». */
  readonly noun: Text;
  readonly variable: string;
  /** Of options; of an age its bands. */
  readonly codes: readonly number[];
};

/**
 * By sex the first two answers, by age two bands, and honour-related against the others. A codebook that
 * does not ask has no such groups.
 */
export function localGroups(codebook: Codebook): readonly LocalGroup[] {
  return codebook.variables
    .filter(({ exportLevel }) => exportLevel === "national")
    .flatMap((variable): readonly LocalGroup[] => {
      if (variable.ageBandCuts) return byAge(variable);
      if (variable.concept === "sex") return bySex(variable);
      return variable.concept === "honourRelated" ? byHonour(variable, codebook) : [];
    });
}

function bySex(sex: Variable): readonly LocalGroup[] {
  return sex.options
    .slice(0, 2)
    .map(({ code, label }) => groupOf(sex, `sex-${code}`, label, [code]));
}

/** The codebook's order of merging says how its bands become two; where it does not, none are told. */
function byAge(age: Variable): readonly LocalGroup[] {
  const bands = ageBands(age);
  let merged: readonly (readonly number[])[] = bands.map(({ code }) => [code]);
  for (const group of age.collapse) {
    const met = merged.filter((block) => block.some((code) => group.includes(code)));
    if (met.length < 2 || merged.length - met.length + 1 < 2) continue;
    merged = [...merged.filter((block) => !met.includes(block)), met.flat()];
  }
  if (merged.length !== 2) return [];
  return merged
    .map((codes) => codes.toSorted((one, other) => one - other))
    .toSorted(([one = 0], [other = 0]) => one - other)
    .map((codes, at) => groupOf(age, `age-${at + 1}`, spanOf(bands, codes), codes));
}

/** «18–34», «35+». */
function spanOf(bands: readonly AgeBand[], codes: readonly number[]): Text {
  const own = bands.filter(({ code }) => codes.includes(code));
  const last = own.at(-1);
  const span = last?.to === undefined ? `${own[0]?.from}+` : `${own[0]?.from}–${last.to}`;
  return { sv: `${span} år`, en: `${span} years` };
}

/** Which answer means yes is what the codebook's own subgroup says. */
function byHonour(honour: Variable, { subgroups }: Codebook): readonly LocalGroup[] {
  const related = subgroups.find(({ variable }) => variable === honour.id);
  if (related === undefined) return [];
  const { label, noun, codes } = related;
  const others = honour.options.map(({ code }) => code).filter((code) => !codes.includes(code));
  const own = { id: "honour", label, noun, codes };
  const rest = {
    id: "not-honour",
    label: { sv: "Övriga ärenden", en: "Other cases" },
    noun: { sv: "övriga ärenden", en: "other cases" },
    codes: others,
  };
  return [own, rest].map((each) => ({ ...each, variable: honour.id }));
}

function groupOf(
  question: Variable,
  id: string,
  answer: Text,
  codes: readonly number[],
): LocalGroup {
  const label = {
    sv: `${question.label.sv}: ${answer.sv}`,
    en: `${question.label.en}: ${answer.en}`,
  };
  const noun = {
    sv: `ärenden där ${question.label.sv.toLowerCase()} är ${answer.sv.toLowerCase()}`,
    en: `cases where ${question.label.en.toLowerCase()} is ${answer.en.toLowerCase()}`,
  };
  return { id, label, noun, variable: question.id, codes };
}
