import {
  type Answers,
  type AnswerValue,
  type Codebook,
  type Item,
  type MissingCode,
  phaseIds,
  type Question,
} from "#codebook";
import {
  accountId,
  type Instant,
  type IsoDate,
  itemId,
  type Randomness,
  seededRandomness,
} from "#kernel";
import type { CaseRecord, SurveyState } from "#registration";
import type { SealedAnswers } from "../extract/counted-in-batches.ts";
import { caseOf } from "./case-of.ts";

/** What fast-check draws, and shrinks: the size, and the seed of all the rest. */
export type Draw = {
  readonly seed: number;
  readonly cases: number;
  /** Of a hundred questions, how many are left without an answer. */
  readonly unanswered: number;
};

export type RandomUnit = {
  readonly records: readonly CaseRecord[];
  readonly clientAnswers: readonly SealedAnswers[];
};

const mark = {
  revision: 1,
  by: accountId("worker"),
  at: "2025-06-01T08:00:00.000Z" as Instant,
};

/** Cases in any state, with answers that fit the options and need not fit the conditions. */
export function randomUnit(codebook: Codebook, draw: Draw): RandomUnit {
  const chance = seededRandomness(draw.seed);
  const records = Array.from({ length: draw.cases }, (_, index) =>
    randomRecord(codebook, index, draw, chance),
  );
  const clients = codebook.variables.filter(({ phase, view }) => phase === "client" && !view);
  const answered = shuffled(
    records.filter(({ survey }) => survey.kind === "answered"),
    chance,
  );
  const clientAnswers = answered.map(({ id }, index) => ({
    caseId: id,
    arrival: index * 3 + 1,
    codebook: codebook.id,
    answers: randomAnswers(clients, 10, chance),
  }));
  return { records, clientAnswers: shuffled(clientAnswers, chance) };
}

function randomRecord(
  codebook: Codebook,
  index: number,
  draw: Draw,
  chance: Randomness,
): CaseRecord {
  // How far the case has come: later phases hold nothing.
  const phases: readonly string[] = phaseIds.slice(0, chance.below(phaseIds.length));
  const isClosed = chance.below(3) === 0;
  const asked = codebook.variables.filter(({ phase, view }) => !view && phases.includes(phase));
  return {
    ...caseOf(`case-${index}`),
    code: `M-${index}`,
    codebook: codebook.id,
    state: isClosed ? "closed" : "open",
    startedOn: `20${20 + chance.below(5)}-${monthOf(index * 5)}-01` as IsoDate,
    closedOn: isClosed ? (`2025-${monthOf(index % 6)}-28` as IsoDate) : null,
    survey: randomSurvey(chance),
    lastStepAt: "2025-06-01T08:00:00.000Z" as Instant,
    sheet: {
      answers: randomAnswers(asked, draw.unanswered, chance),
      items: randomItems(codebook, phases, draw, chance),
    },
    // A phase may be completed with nothing registered in it.
    completed: Object.fromEntries(
      phaseIds.slice(0, 4).flatMap((phase) => (chance.below(8) === 0 ? [[phase, mark]] : [])),
    ),
  };
}

/** In any quarter, and on both sides of its ends. */
function monthOf(index: number): string {
  return String(1 + (index % 12)).padStart(2, "0");
}

function randomItems(
  codebook: Codebook,
  reached: readonly string[],
  { unanswered }: Draw,
  chance: Randomness,
): readonly Item[] {
  return codebook.groups.flatMap((group) =>
    group.phases
      .filter((phase) => reached.includes(phase))
      .flatMap((phase) =>
        Array.from({ length: chance.below(4) }, () => ({
          id: itemId(`item-${chance.below(1_000_000_000)}`),
          group: group.id,
          phase,
          answers: randomAnswers(group.fields, unanswered, chance),
        })),
      ),
  );
}

function randomAnswers(
  questions: readonly Question[],
  unanswered: number,
  chance: Randomness,
): Answers {
  const answers: { [id: string]: AnswerValue } = {};
  for (const question of questions) {
    if (chance.below(100) >= unanswered) answers[question.id] = randomAnswer(question, chance);
  }
  return answers;
}

function randomAnswer({ type, options, missing }: Question, chance: Randomness): AnswerValue {
  const isMissing = chance.below(6) === 0 && missing.length > 0;
  if (isMissing) return { kind: "missing", code: pick(missing, chance).code as MissingCode };
  if (type === "integer") return { kind: "number", number: 1930 + chance.below(75) };
  if (type === "date") return { kind: "date", date: `2024-01-1${chance.below(10)}` as IsoDate };
  const count = type === "single" ? 1 : 1 + chance.below(4);
  const codes = new Set(Array.from({ length: count }, () => pick(options, chance).code));
  return { kind: "codes", codes: [...codes] };
}

function randomSurvey(chance: Randomness): SurveyState {
  const on = "2025-06-02" as IsoDate;
  const states: readonly SurveyState[] = [
    { kind: "not-yet-offered" },
    { kind: "offered", on },
    { kind: "answered", on },
    { kind: "answered", on },
    { kind: "declined", on },
    { kind: "not-offered", reason: "not-safe" },
  ];
  return pick(states, chance);
}

function pick<Element>(elements: readonly Element[], chance: Randomness): Element {
  const element = elements[chance.below(elements.length)];
  if (element === undefined) throw new Error("nothing to pick from");
  return element;
}

function shuffled<Element>(elements: readonly Element[], chance: Randomness): readonly Element[] {
  return elements
    .map((element) => ({ element, rank: chance.below(1_000_000_000) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ element }) => element);
}
