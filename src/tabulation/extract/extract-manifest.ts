import { z } from "zod";
import { Condition } from "#codebook";
import type { JsonValue } from "#kernel";
import type { StoredChange } from "../change/change-columns.ts";
import type { NationLayout } from "./nation-layout.ts";
import {
  caseKeys,
  closedFlag,
  codebookKey,
  itemKeys,
  type Relation,
  startedFlag,
  timeKeys,
} from "./relation.ts";

export const extractFormat = "skillnad-extract/2";
export const extractFiles = {
  cases: "cases.parquet",
  items: "items.parquet",
  manifest: "manifest.json",
} as const;

/** In `items.parquet` only, which holds the rows of all groups. */
export const groupColumn = "item_group";

const ColumnMeaning = z.strictObject({
  name: z.string(),
  /** In words, for whoever opens the file. */
  means: z.string(),
  /** The variable, or the repeat group and its field. */
  variable: z.string().optional(),
  group: z.string().optional(),
  /** The options or age bands that a standing may hold. */
  codes: z.array(z.int()).optional(),
  /** A word of several choices: the code that each bit stands for, from the lowest bit. */
  bits: z.array(z.int()).optional(),
  /** A flag: what must hold for 1. */
  condition: Condition.optional(),
});
type ColumnMeaning = z.infer<typeof ColumnMeaning>;

const CodebookName = z.strictObject({ id: z.string(), version: z.string() });

/** What stands in `manifest.json`: enough to read the two files without this program. */
export const ExtractManifest = z.strictObject({
  format: z.literal(extractFormat),
  /** What all cases are counted under. */
  codebook: CodebookName,
  /** Others that cases rest on, by the number in the column of codebooks; `codebook` itself is 0. */
  earlierCodebooks: z.array(CodebookName.extend({ number: z.int().min(1) })),
  /** The round's id. */
  round: z.string(),
  /** Rows of the two files; of the cases, how many count as started and as closed in the round. */
  rows: z.strictObject({ cases: z.int(), started: z.int(), closed: z.int(), items: z.int() }),
  /** The numbers that stand for something else than an option. */
  standings: z.record(z.string(), z.string()),
  columns: z.strictObject({ cases: z.array(ColumnMeaning), items: z.array(ColumnMeaning) }),
  /** SHA-256 over this description and all rows in their order, not over the bytes of the files. */
  contentHash: z.string(),
});
export type ExtractManifest = z.infer<typeof ExtractManifest>;

/** All of it that follows from the layout, before a row has been looked at. */
export type ExtractDescription = Omit<ExtractManifest, "rows" | "contentHash">;

export function describeExtract(layout: NationLayout, round: string): ExtractDescription {
  const [{ id, version }, ...earlier] = layout.codebooks;
  return {
    format: extractFormat,
    codebook: { id, version },
    earlierCodebooks: earlier.map((each, index) => ({
      number: index + 1,
      id: each.id,
      version: each.version,
    })),
    round,
    standings,
    columns: {
      cases: [
        ...keyMeanings,
        ...flagMeanings(layout),
        ...questionMeanings(layout.cases, undefined),
        ...layout.cases.changes.flatMap(changeMeanings),
      ],
      items: [
        { name: groupColumn, means: "the repeat group that the row belongs to" },
        { name: itemKeys.case, means: "the place of the case in cases.parquet, from 0" },
        { name: itemKeys.phase, means: "the phase in which the row was added" },
        ...keyMeanings,
        ...flagMeanings(layout),
        ...layout.items.flatMap((relation, index) =>
          questionMeanings(relation, layout.codebook.groups[index]?.id),
        ),
      ],
    },
  };
}

/** As plain data, for hashing and comparing: what is absent is not there at all. */
export function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

const standings = {
  "0": "the question is not asked, or does not belong to the row's group",
  "1": "where several options may be chosen: answered, see the words; a plain number or date: given",
  "97": "not applicable",
  "98": "no information: registered, and not an answer",
  "99": "does not know",
  "100": "asked in a phase that the case has not come to",
  "101": "asked, and nothing is registered",
  "102": "answered with a code that the codebook does not have, nor a counterpart of",
};

/** Of a row of a repeat group: its case's. */
const keyMeanings: readonly ColumnMeaning[] = [
  { name: caseKeys.municipality, means: "the municipality's code, four digits" },
  { name: caseKeys.county, means: "the county's code, two digits" },
  {
    name: timeKeys.started,
    means: "the quarter of the start: year · 4 + quarter − 1; 0: not told",
  },
  {
    name: timeKeys.closed,
    means: "the quarter of the close, likewise; 0: not closed, or not told",
  },
  {
    name: codebookKey,
    means: "the codebook that the case rests on, by its number in earlierCodebooks; 0: codebook",
  },
];

function flagMeanings({ flagged }: NationLayout): readonly ColumnMeaning[] {
  const names = [...flagged.flags.values()];
  return [
    { name: startedFlag, means: "1: the case was started in the round" },
    { name: closedFlag, means: "1: the case was closed in the round" },
    ...flagged.conditions.map((condition, index) => ({
      name: names[index] ?? "",
      means: "1: the condition holds",
      condition,
    })),
  ];
}

function questionMeanings(
  { questions }: Relation,
  group: string | undefined,
): readonly ColumnMeaning[] {
  return questions.flatMap(({ question, codes, words, columns }) => {
    const [name = "", ...wordNames] = columns;
    const about = { variable: question.id, ...(group === undefined ? {} : { group }) };
    const standing = words > 0 ? { ...about } : { ...about, codes: [...codes] };
    return [
      {
        name,
        means: "where the case stands with the question: an option or a standing",
        ...standing,
      },
      ...wordNames.map((word, index) => ({
        name: word,
        means: "the options chosen, one bit each",
        ...about,
        bits: codes.slice(index * 32, index * 32 + 32),
      })),
    ];
  });
}

/** The pair of rows is the earliest level before and the latest after, by the same method. */
function changeMeanings({ measured, columns }: StoredChange): readonly ColumnMeaning[] {
  const { group, field, method } = measured;
  const about = { variable: field.id, group: group.id };
  const codes = (question: typeof field) => question.options.map(({ code }) => code);
  const [by = "", before = "", after = "", repeated = ""] = columns;
  const level = "of the pair, or else by the first method that has one; 0: none";
  return [
    method
      ? {
          name: by,
          means: "the method by which the level before and the level after are compared; 0: none",
          variable: method.id,
          group: group.id,
          codes: codes(method),
        }
      : { name: by, means: "1: a level before and a level after are compared", ...about },
    {
      name: before,
      means: `the level before the support, ${level}`,
      ...about,
      codes: codes(field),
    },
    { name: after, means: `the level after the support, ${level}`, ...about, codes: codes(field) },
    {
      name: repeated,
      means: "1: the later row of the pair answers everything as the earlier does, but for the day",
      ...about,
    },
  ];
}
