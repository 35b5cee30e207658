import { type IsoDate, itemId, type Randomness, seededRandomness } from "#kernel";
import type { AnswerSheet, Answers, AnswerValue, Item } from "../answer.ts";
import { Codebook, type Question, type Text } from "../codebook.ts";
import type { Condition } from "../condition.ts";
import { type PhaseId, phaseIds } from "../phase.ts";

/** What fast-check draws, and shrinks: the size of a codebook, and the seed of all the rest. */
export type Draw = {
  readonly seed: number;
  readonly variables: number;
  readonly groups: number;
  readonly views: number;
  /** How deep conditions nest. */
  readonly depth: number;
};

export type Shape = {
  /** Conditions of fields look at nothing but their own row. */
  readonly rowsAreIslands?: boolean;
  /** No view depends on the order of rows. */
  readonly setViewsOnly?: boolean;
};

export type RandomCase = {
  readonly codebook: Codebook;
  readonly sheet: AnswerSheet;
  readonly chance: Randomness;
};

/** What a condition may look at, since it came earlier: nothing can then go round in a circle. */
type Known = {
  readonly answers: string[];
  readonly groups: { readonly id: string; readonly fields: readonly string[] }[];
  readonly row: string[];
};

const text: Text = { sv: "Fråga", en: "Question" };
const provenance = { status: "reconstructed" };
const groupPhases: readonly PhaseId[] = ["before", "during", "after"];

/** A codebook without errors and a sheet with any answers: fitting, hidden, missing, forgotten. */
export function randomCase(draw: Draw, shape: Shape = {}): RandomCase {
  const chance = seededRandomness(draw.seed);
  const codebook = randomCodebook(draw, shape, chance);
  return { codebook, sheet: randomSheet(codebook, chance), chance };
}

function randomCodebook(draw: Draw, shape: Shape, chance: Randomness): Codebook {
  const known: Known = { answers: [], groups: [], row: [] };
  const variables: object[] = [];
  const groups: object[] = [];
  const plannedKinds = shuffled(
    [
      ...Array.from({ length: draw.variables }, () => "variable" as const),
      ...Array.from({ length: draw.groups }, () => "group" as const),
      ...Array.from({ length: draw.views }, () => "view" as const),
    ],
    chance,
  );
  for (const [index, kind] of plannedKinds.entries()) {
    if (kind === "group") {
      const group = randomGroup(`g${index}`, known, draw, shape, chance);
      groups.push(group);
      known.groups.push({ id: group.id, fields: group.fields.map(({ id }) => id) });
      continue;
    }
    const id = `V${index}`;
    const group =
      kind === "view" ? pick(groups as { id: string; fields: Field[] }[], chance) : null;
    const plain = { ...randomQuestion(id, chance), phase: pick(phaseIds, chance) ?? "before" };
    variables.push({
      ...plain,
      ...maybeCondition(known, draw.depth, chance),
      ...(group ? { view: randomView(group, shape, chance) } : {}),
    });
    known.answers.push(id);
  }
  return Codebook.parse({
    id: "random",
    version: "1.0.0",
    label: text,
    definition: text,
    validFrom: "2026-01-01",
    provenance,
    phases: phaseIds.map((id) => ({ id, label: text })),
    variables: shuffled(variables, chance),
    groups: shuffled(groups, chance),
  });
}

type Field = { readonly id: string; readonly type: string };

function randomGroup(id: string, known: Known, draw: Draw, shape: Shape, chance: Randomness) {
  const fields: Field[] = [];
  for (let index = 0; index <= chance.below(4); index++) {
    const row = fields.map((field) => field.id);
    const visible: Known = shape.rowsAreIslands
      ? { answers: [], groups: [], row }
      : { ...known, row };
    const fieldId = `f${index}`;
    fields.push({
      ...randomQuestion(fieldId, chance, chance.below(4) === 0 ? "date" : undefined),
      ...maybeCondition(visible, draw.depth, chance),
    });
  }
  const phases = groupPhases.filter(() => chance.below(3) > 0);
  return {
    id,
    label: text,
    addLabel: text,
    phases: phases.length > 0 ? phases : ["during"],
    ...maybeCondition(known, draw.depth, chance),
    fields: shuffled(fields, chance),
  };
}

function randomView(
  group: { readonly id: string; readonly fields: readonly Field[] },
  { setViewsOnly }: Shape,
  chance: Randomness,
) {
  const take = setViewsOnly ? "set" : (pick(["set", "first", "last"], chance) ?? "set");
  const orderBy = pick(group.fields, chance)?.id;
  return {
    group: group.id,
    field: pick(group.fields, chance)?.id,
    take,
    ...(take !== "set" && orderBy && chance.below(3) > 0 ? { orderBy } : {}),
    ...(chance.below(2) ? { phases: groupPhases.filter(() => chance.below(2)) } : {}),
    ...(chance.below(3) === 0 ? { notAskedAs: 98 } : {}),
  };
}

function randomQuestion(id: string, chance: Randomness, type = pick(types, chance)) {
  const isChoice = type === "single" || type === "multiple";
  return {
    id,
    concept: `concept${id}`,
    label: text,
    type: type ?? "single",
    options: isChoice ? [1, 2, 3].map((code) => ({ code, label: text })) : [],
    missing: [98, 99].map((code) => ({ code, label: text })),
    required: chance.below(2) === 0,
    privacy: "sensitive",
    exportLevel: "national",
    provenance,
  };
}
const types = ["single", "single", "multiple", "multiple", "integer", "date"] as const;

function maybeCondition(known: Known, depth: number, chance: Randomness) {
  const isPossible = known.answers.length + known.groups.length + known.row.length > 0;
  if (!isPossible || chance.below(4) === 0) return {};
  return { condition: randomCondition(known, depth, chance) };
}

function randomCondition(known: Known, depth: number, chance: Randomness): Condition {
  const kinds: (() => Condition | undefined)[] = [
    () => leaf("answer", known.answers, chance),
    () => leaf("answer", known.answers, chance),
    () => leaf("field", known.row, chance),
    () => leaf("field", known.row, chance),
  ];
  if (depth > 0) {
    const parts = () =>
      Array.from({ length: 1 + chance.below(3) }, () => randomCondition(known, depth - 1, chance));
    kinds.push(
      () => ({ all: parts() }),
      () => ({ any: parts() }),
      () => ({ not: randomCondition(known, depth - 1, chance) }),
      () => randomSomeItem(known, depth, chance),
    );
  }
  for (;;) {
    const condition = pick(kinds, chance)?.();
    if (condition) return condition;
    // Only rows of groups to look at, and no depth left for it.
    if (known.answers.length + known.row.length === 0) {
      return randomSomeItem(known, 0, chance) ?? { not: { any: [] } };
    }
  }
}

function leaf(kind: "answer" | "field", names: readonly string[], chance: Randomness) {
  const name = pick(names, chance);
  if (name === undefined) return undefined;
  const codes = [1, 2, 3, 97, 98, 99].filter(() => chance.below(3) === 0);
  const wanted = codes.length > 0 ? codes : [1];
  return kind === "answer" ? { answer: name, in: wanted } : { field: name, in: wanted };
}

function randomSomeItem(known: Known, depth: number, chance: Randomness): Condition | undefined {
  const group = pick(known.groups, chance);
  if (!group) return undefined;
  const where =
    depth > 0 && chance.below(3) > 0
      ? { where: randomCondition({ ...known, row: [...group.fields] }, depth - 1, chance) }
      : {};
  const phases =
    chance.below(3) === 0 ? { phases: groupPhases.filter(() => chance.below(2) === 0) } : {};
  return { someItem: group.id, ...phases, ...where };
}

function randomSheet(codebook: Codebook, chance: Randomness): AnswerSheet {
  const items: Item[] = codebook.groups.flatMap((group) =>
    Array.from({ length: chance.below(4) }, (_, index) => ({
      id: itemId(`${group.id}-${index}`),
      group: group.id,
      // Now and then a phase where the group does not belong.
      phase: pick(chance.below(9) ? group.phases : groupPhases, chance) ?? "during",
      answers: randomAnswers(group.fields, chance),
    })),
  );
  const answered = codebook.variables.filter(({ view }) => !view);
  return { answers: randomAnswers(answered, chance), items: shuffled(items, chance) };
}

function randomAnswers(questions: readonly Question[], chance: Randomness): Answers {
  const entries = shuffled(questions, chance)
    .filter(() => chance.below(4) > 0)
    .map((question) => [question.id, randomAnswer(question, chance)] as const);
  return Object.fromEntries(entries);
}

export function randomAnswer(question: Question, chance: Randomness): AnswerValue {
  if (chance.below(5) === 0) return { kind: "missing", code: chance.below(2) ? 98 : 99 };
  if (question.type === "integer") return { kind: "number", number: chance.below(100) };
  if (question.type === "date") {
    return { kind: "date", date: `2026-03-0${1 + chance.below(3)}` as IsoDate };
  }
  if (question.type === "single") return { kind: "codes", codes: [1 + chance.below(3)] };
  const codes = [1, 2, 3].filter(() => chance.below(2));
  return { kind: "codes", codes: codes.length > 0 ? codes : [2] };
}

export function pick<Element>(from: readonly Element[], chance: Randomness): Element | undefined {
  return from.length === 0 ? undefined : from[chance.below(from.length)];
}

export function shuffled<Element>(from: readonly Element[], chance: Randomness): Element[] {
  const mixed = [...from];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = chance.below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Element, mixed[last] as Element];
  }
  return mixed;
}
