import type { Answers, AnswerValue, Item } from "#codebook";
import { caseId, type Instant, type IsoDate, itemId, municipalityCode, unitId } from "#kernel";
import type { CaseRecord } from "#registration";
import type { SealedAnswers } from "../extract/counted-in-batches.ts";
import type { UnitSource } from "../extract/unit-extract.ts";
import { smallCodebook } from "./small-codebook.ts";

export const municipality = municipalityCode("9001");
export const unit = unitId("unit-1");

/** A case of the small codebook; numbers are codes, as one would say them. */
export function caseOf(
  id: string,
  answers: { readonly [variable: string]: number | readonly number[] } = {},
  more: Partial<CaseRecord> & { readonly talks?: readonly number[] } = {},
): CaseRecord {
  const { talks = [], ...rest } = more;
  const items = talks.map(
    (kind, index): Item => ({
      id: itemId(`${id}-${index}`),
      group: "talk",
      phase: "during",
      answers: answersOf({ kind }),
    }),
  );
  return {
    municipality,
    id: caseId(id),
    code: id,
    unit,
    assignee: null,
    sharedWith: null,
    servedMunicipality: municipality,
    isAnonymous: false,
    previousCode: null,
    readers: null,
    voided: null,
    codebook: "small",
    state: "open",
    startedOn: "2024-05-01" as IsoDate,
    closedOn: null,
    survey: { kind: "offered", on: "2024-06-01" as IsoDate },
    revision: 1,
    lastStepAt: "2024-06-01T08:00:00.000Z" as Instant,
    sheet: { answers: answersOf(answers), items },
    marks: {},
    completed: {},
    ...rest,
  };
}

export function sealedOf(
  id: string,
  arrival: number,
  answers: { readonly [variable: string]: number | readonly number[] },
): SealedAnswers {
  return { caseId: caseId(id), arrival, codebook: "small", answers: answersOf(answers) };
}

export function sourceOf(
  cases: readonly CaseRecord[],
  clientAnswers: readonly SealedAnswers[] = [],
  codebook = smallCodebook(),
): UnitSource {
  return { municipality, unit, codebook, cases: each(cases), clientAnswers };
}

function answersOf(told: { readonly [id: string]: number | readonly number[] }): Answers {
  return Object.fromEntries(Object.entries(told).map(([id, value]) => [id, answerOf(id, value)]));
}

function answerOf(id: string, told: number | readonly number[]): AnswerValue {
  if (id === "age" || id === "visits") return { kind: "number", number: Number(told) };
  if (told === 97 || told === 98 || told === 99) return { kind: "missing", code: told };
  return { kind: "codes", codes: typeof told === "number" ? [told] : told };
}

async function* each<Element>(elements: readonly Element[]): AsyncIterable<Element> {
  yield* elements;
}
