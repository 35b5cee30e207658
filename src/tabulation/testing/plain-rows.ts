import type { Codebook, Condition, Item } from "#codebook";
import type { CaseRecord } from "#registration";
import type { ToldCase } from "./nation-of.ts";
import { fieldByHand, type Told, tellCase } from "./plain-recount.ts";

/** One case, or one row of a repeat group with what is known of its case. */
export type PlainRow = {
  readonly case: PlainCase;
  readonly says: ReadonlyMap<string, Told>;
};

export type PlainCase = {
  readonly record: CaseRecord;
  readonly says: ReadonlyMap<string, Told>;
  readonly isIn: { readonly [population in "started" | "closed" | "open"]: boolean };
  readonly regions: { readonly municipality: string; readonly county: string };
};

export function plainUnit(
  codebook: Codebook,
  records: readonly CaseRecord[],
): readonly PlainCase[] {
  return records.map((record) => {
    const isClosed = record.state === "closed";
    return {
      record,
      says: tellCase(codebook, record),
      isIn: { started: true, closed: isClosed, open: !isClosed },
      regions: { municipality: "", county: "" },
    };
  });
}

export function plainNation(told: readonly ToldCase[]): readonly PlainCase[] {
  return told.map(({ record, says, isStarted, isClosed, municipality, county }) => ({
    record,
    says,
    isIn: { started: isStarted, closed: isClosed, open: isStarted && record.state !== "closed" },
    regions: { municipality, county },
  }));
}

/** The rows of a group as they were added, case by case, where it is asked; of no group the cases themselves. */
export function rowsByHand(
  codebook: Codebook,
  cases: readonly PlainCase[],
  group: string | undefined,
): readonly PlainRow[] {
  if (group === undefined) return cases.map((each) => ({ case: each, says: each.says }));
  const fields = codebook.groups.find(({ id }) => id === group)?.fields ?? [];
  return cases.flatMap((each) =>
    each.record.sheet.items
      .filter((item) => item.group === group && !isUnasked(group, each.record))
      .map((item: Item) => ({
        case: each,
        says: new Map(fields.map((field) => [field.id, fieldByHand(field, item, each.record)])),
      })),
  );
}

/** Where nobody has said yet whether support was given, the rows are there, and empty. */
function isUnasked(group: string, { sheet }: CaseRecord): boolean {
  const supported = sheet.answers.V16;
  if (group !== "intervention" || supported === undefined) return false;
  return !(supported.kind === "codes" && supported.codes.includes(1));
}

/** Conditions, and what each means, written by hand beside it. */
export const subgroupsByHand: readonly {
  readonly within?: Condition;
  readonly isClients?: true;
  readonly isIn: (says: ReadonlyMap<string, Told>) => boolean;
}[] = [
  { isIn: () => true },
  { within: { answer: "V11", in: [2] }, isIn: given("V11", [2]) },
  { within: { answer: "V01", in: [2] }, isIn: given("V01", [2]) },
  // Of a birth year, by its bands of age.
  { within: { answer: "V02", in: [5] }, isIn: given("V02", [5]) },
  {
    within: {
      all: [
        { answer: "V01", in: [1] },
        { answer: "V02", in: [1, 2] },
      ],
    },
    isIn: (says) => given("V01", [1])(says) && given("V02", [1, 2])(says),
  },
  { within: { answer: "V26", in: [1, 2] }, isClients: true, isIn: given("V26", [1, 2]) },
  {
    within: { all: [{ answer: "V16", in: [1] }, { not: { answer: "V01", in: [2] } }] },
    // «Not» holds of whoever has said something else, also that there is no information.
    isIn: (says) =>
      given("V16", [1])(says) &&
      !given("V01", [2])(says) &&
      (says.get("V01")?.codes.length ?? 0) > 0,
  },
];

function given(variable: string, codes: readonly number[]) {
  return (says: ReadonlyMap<string, Told>): boolean =>
    says.get(variable)?.codes.some((code) => codes.includes(code)) ?? false;
}
