import { ageBands, type Codebook, type Variable } from "#codebook";

/** The codes of a question as its tables list them. */
export type ListedCodes = {
  /** Options, or bands of age, in the codebook's order. */
  readonly options: readonly number[];
  /** Missing codes that it offers, in its order; they are listed whether or not anybody gave them. */
  readonly missing: readonly number[];
  /** Missing codes that a view may come to though it does not offer them: listed where some case has one. */
  readonly others: readonly number[];
};

const missingCodes = [97, 98, 99];

export function listedCodes({ view, missing, ...question }: Variable): ListedCodes {
  const bands = ageBands({ ...question, missing });
  const offered = missing.map(({ code }): number => code);
  return {
    options: (bands.length > 0 ? bands : question.options).map(({ code }) => code),
    missing: offered,
    others: view ? missingCodes.filter((code) => !offered.includes(code)) : [],
  };
}

/** Whether these are the question's codes as a table lists them, each once. */
export function isListed(codes: readonly unknown[], listed: ListedCodes): boolean {
  const always = [...listed.options, ...listed.missing];
  const rest = codes.slice(always.length);
  const seen = listed.others.filter((code) => rest.includes(code));
  return (
    codes.length === always.length + seen.length &&
    [...always, ...seen].every((code, at) => codes[at] === code)
  );
}

/** @throws for a name that the codebook does not have: specifications are made of it. */
export function variableIn({ id: codebook, variables }: Codebook, id: string): Variable {
  const variable = variables.find((each) => each.id === id);
  if (!variable) throw new Error(`${codebook} has no ${id}`);
  return variable;
}
