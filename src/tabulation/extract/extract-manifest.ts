import { z } from "zod";
import { Condition } from "#codebook";
import type { JsonValue } from "#kernel";
import { type NationLayout, relationsOf } from "./nation-layout.ts";
import { caseKeys, closedFlag, itemKeys, type Relation, startedFlag } from "./relation.ts";

export const extractFormat = "skillnad-extract/1";
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

/** What stands in `manifest.json`: enough to read the two files without this program. */
export const ExtractManifest = z.strictObject({
  format: z.literal(extractFormat),
  codebook: z.strictObject({ id: z.string(), version: z.string() }),
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
  const { id, version } = layout.codebook;
  return {
    format: extractFormat,
    codebook: { id, version },
    round,
    standings,
    columns: {
      cases: [
        { name: caseKeys.municipality, means: "the municipality's code, four digits" },
        { name: caseKeys.county, means: "the county's code, two digits" },
        ...flagMeanings(layout),
        ...questionMeanings(layout.cases, undefined),
      ],
      items: [
        { name: groupColumn, means: "the repeat group that the row belongs to" },
        { name: itemKeys.case, means: "the place of the case in cases.parquet, from 0" },
        { name: itemKeys.phase, means: "the phase in which the row was added" },
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

export function itemColumns(layout: NationLayout): readonly string[] {
  return relationsOf(layout)
    .slice(1)
    .flatMap(({ questions }) => questions.flatMap(({ columns }) => columns));
}

const standings = {
  "0": "the question is not asked, or does not belong to the row's group",
  "1": "where several options may be chosen: answered, see the words; a plain number or date: given",
  "97": "not applicable",
  "98": "no information: registered, and not an answer",
  "99": "does not know",
  "100": "asked in a phase that the case has not come to",
  "101": "asked, and nothing is registered",
  "102": "answered with a code that the codebook does not have",
};

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
