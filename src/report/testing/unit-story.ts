import type { Answers, AnswerValue, Codebook, Item, PhaseId } from "#codebook";
import { admitInternal, type InternalTable } from "#disclosure";
import { accountId, caseId, type Instant, type IsoDate, itemId } from "#kernel";
import type { CaseRecord } from "#registration";
import { analyseUnit, type TableSpecification, tabulateUnit } from "#tabulation";
import { emptyRecord, municipality, unit } from "./empty-record.ts";

type Told = { readonly [id: string]: number | readonly number[] | string };

/** One case as one would tell of it: numbers are codes, texts are days. */
export type Story = {
  readonly started?: string;
  readonly closed?: string;
  readonly answers?: Told;
  readonly rows?: readonly {
    readonly group: string;
    readonly phase: PhaseId;
    readonly answers: Told;
  }[];
  /** What the client answers, in the order of the stories. */
  readonly client?: Told;
  /** The codebook that the case rests on, where not the unit's. */
  readonly codebook?: string;
};

export type Unit = {
  readonly codebook: Codebook;
  readonly versions?: readonly Codebook[];
  readonly stories: readonly Story[];
};

const viewer = accountId("worker");
const at = "2026-03-01T10:00:00.000Z" as Instant;

/** The tables of all specifications, as the unit's own people see them. */
export async function analysed(
  told: Unit,
  specifications: readonly TableSpecification[],
): Promise<readonly InternalTable[]> {
  const outcomes = await analyseUnit(sourceOf(told), specifications);
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
    return outcome.value.map((table) => admitInternal(table, { municipality, unit, viewer, at }));
  });
}

/** The same as far as there is anything to count, as the server leaves out what there is not. */
export async function countable(
  told: Unit,
  specifications: readonly TableSpecification[],
): Promise<readonly InternalTable[]> {
  const outcomes = await analyseUnit(sourceOf(told), specifications);
  return outcomes.flatMap((outcome) =>
    outcome.kind === "done"
      ? outcome.value.map((table) => admitInternal(table, { municipality, unit, viewer, at }))
      : [],
  );
}

/** One of the tables that a unit is always shown, also when it has no case. */
export async function alwaysShown(told: Unit, id: string): Promise<InternalTable> {
  const tables = await tabulateUnit(sourceOf(told));
  const table = tables.find(({ specification }) => specification.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return admitInternal(table, { municipality, unit, viewer, at });
}

function sourceOf({ codebook, versions = [], stories }: Unit) {
  const clientAnswers = stories.flatMap(({ client, codebook: own }, index) =>
    client
      ? [
          {
            caseId: caseId(`case-${index}`),
            arrival: index,
            codebook: own ?? codebook.id,
            answers: answersOf(client),
          },
        ]
      : [],
  );
  async function* cases() {
    yield* stories.map((story, index) => recordOf(story, index, codebook));
  }
  return { municipality, unit, codebook, versions, cases: cases(), clientAnswers };
}

function recordOf(story: Story, index: number, codebook: Codebook): CaseRecord {
  const { started = "2025-02-01", closed, answers = {}, rows = [], client } = story;
  const items = rows.map(
    (row, place): Item => ({
      id: itemId(`case-${index}-${place}`),
      group: row.group,
      phase: row.phase,
      answers: answersOf(row.answers),
    }),
  );
  return {
    ...emptyRecord(index, story.codebook ?? codebook.id),
    state: closed ? "closed" : "open",
    startedOn: started as IsoDate,
    closedOn: (closed ?? null) as IsoDate | null,
    survey: client
      ? { kind: "answered", on: "2025-12-01" as IsoDate }
      : { kind: closed ? "declined" : "offered", on: "2025-12-01" as IsoDate },
    lastStepAt: at,
    sheet: { answers: answersOf(answers), items },
  };
}

function answersOf(told: Told): Answers {
  return Object.fromEntries(Object.entries(told).map(([id, value]) => [id, answerOf(id, value)]));
}

function answerOf(id: string, told: Told[string]): AnswerValue {
  if (typeof told === "string") return { kind: "date", date: told as IsoDate };
  if (id === "V02") return { kind: "number", number: Number(told) };
  if (told === 97 || told === 98 || told === 99) return { kind: "missing", code: told };
  return { kind: "codes", codes: typeof told === "number" ? [told] : told };
}
