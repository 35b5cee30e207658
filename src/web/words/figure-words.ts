import { capitalised, wholeNumber } from "#kernel";
import type { Figure, Panel } from "#report";
import { oneDecimal, percent } from "./counting.ts";

/** A figure in its shortest form. The base always stands beside the value. */
export type FigureBrief = {
  readonly value: string;
  readonly base: string;
  /** Why the value is to be read with care; absent where the ground is solid. */
  readonly caution?: string;
};

const enoughForShares = 10;

type Brief = Pick<
  Figure,
  "kind" | "population" | "certainty" | "numerator" | "denominator" | "value"
>;

export function briefOf(figure: Brief): FigureBrief {
  const { kind, certainty, numerator, denominator, value } = figure;
  const cases = casesInWords(figure);
  if (certainty === "empty" || denominator === null || denominator === 0) {
    return { value: "–", base: "Inga svar ännu." };
  }
  if (value === null || certainty === "counts-only") {
    return {
      value:
        kind === "mean" ? "–" : `${wholeNumber(numerator ?? 0)} av ${wholeNumber(denominator)}`,
      base: kind === "mean" ? `${wholeNumber(denominator)} ${cases} med svar` : `${cases} med svar`,
      caution: tooFew(denominator, kind),
    };
  }
  const base =
    kind === "mean"
      ? `i medeltal, ${wholeNumber(denominator)} ${cases}`
      : `${wholeNumber(numerator ?? 0)} av ${wholeNumber(denominator)} ${cases} med svar`;
  const told = kind === "mean" ? oneDecimal(value) : percent(value);
  return certainty === "uncertain"
    ? { value: told, base, caution: "Osäkert: få ärenden." }
    : { value: told, base };
}

/** «ärenden», «avslutade ärenden», «öppna ärenden» */
export function casesInWords({ population }: Cases): string {
  switch (population) {
    case "started":
      return "ärenden";
    case "closed":
      return "avslutade ärenden";
    case "open":
      return "öppna ärenden";
  }
}

type Cases = { readonly population: NonNullable<Panel["population"]> };

/** Inside the unit: why shares are not shown, and how many more it takes. */
function tooFew(cases: number, kind: Figure["kind"]): string {
  const what = kind === "mean" ? "ett medeltal" : "andelar";
  return `För få ärenden för att visa ${what}: ${cases}, minst ${enoughForShares} behövs.`;
}

/** What is said under a title that already names what is counted: «Kön: 94 procent» → «94 procent». */
export function withoutLabel(sentence: string, label: string): string {
  if (!sentence.startsWith(label)) return sentence;
  return capitalised(sentence.slice(label.length).replace(/^(?::| –)?\s+/, ""));
}

/** The same where the title names something else than the figure's label does. */
export function withoutTitle(sentence: string, label: string, title: string): string {
  const [named = ""] = sentence.split(": ");
  const isNamed = !sentence.startsWith(label) && title.startsWith(`${named}: `);
  return withoutLabel(sentence, isNamed ? named : label);
}

const doNotKnow = 99;
const missingAmongAnswers = [97, doNotKnow];

type Links = readonly (readonly [name: string, count: number | null])[];

/** Below the nation two of the steps are not told of at all. */
function told(
  links: readonly (readonly [name: string, count: number | null | undefined])[],
): Links {
  return links.flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const]));
}

/** What the figures of a page are counted in. */
export type Counted = "cases" | "meetings";

/**
 * The chain of denominators, each link a part of the one before: «3 070 ärenden › 2 947 tillfrågade …»,
 * and as one link where nobody is left out on the way. `rows`: how the question behind the figure was
 * answered; empty where that is not known.
 */
export function shortChainOf(
  figure: Pick<Figure, "base" | "rows"> & Cases,
  counted: Counted = "cases",
): Links {
  const { eligible, asked, answered, valid } = figure.base;
  const isOfMeetings = counted === "meetings";
  const cases = isOfMeetings ? "möten" : casesInWords(figure);
  if (eligible !== null && Object.values(figure.base).every((count) => count === eligible)) {
    return [[`${cases}, alla med giltigt svar`, eligible]];
  }
  // «Tillfrågade» would be read as asked about violence.
  if (isOfMeetings) {
    return told([
      [cases, eligible],
      ["med giltigt svar", valid],
    ]);
  }
  return told([
    [cases, eligible],
    ["tillfrågade", asked],
    ["med svar", answered],
    [validInWords(figure.rows), valid],
  ]);
}

/** «Vet ej» is named where nothing else is left out; «ej tillämpligt» is left out too. */
function validInWords(rows: Figure["rows"]): string {
  const left = rows.filter(({ code, count }) => missingAmongAnswers.includes(code) && count !== 0);
  const couldNotKnow = rows.some(({ code }) => code === doNotKnow);
  return couldNotKnow && left.every(({ code }) => code === doNotKnow)
    ? "med annat svar än Vet ej"
    : "med giltigt svar";
}
