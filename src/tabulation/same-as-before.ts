import type { Codebook, Condition, Variable } from "#codebook";
import type { TableSpecification } from "./table-specification.ts";

/** A question that is asked before the support, and the same asked after it. */
export type AskedTwice = { readonly before: Variable; readonly after: Variable };

/**
 * How many were told of both times, and how many of them gave the same answer: of all cases, and of those
 * where the goal was attained or the client says that it is better. Of each a number of its own, and no
 * level: what hardly changes leaves too few in each step for a crossing to be told of a group.
 */
export function sameAsBefore(
  codebook: Codebook,
  { before, after }: AskedTwice,
): readonly TableSpecification[] {
  if (after.type !== "single") return [];
  const codes = after.options.map(({ code }) => code);
  const isTold: Condition = { answer: before.id, in: codes };
  const isSame: Condition = {
    any: codes.map((code) => ({
      all: [
        { answer: before.id, in: [code] },
        { answer: after.id, in: [code] },
      ],
    })),
  };
  return [undefined, ...groupsToldOf(codebook)].flatMap((group) => {
    const among = group ? ` among ${group.answer}=${group.in.join(",")}` : "";
    const parts = group ? [group] : [];
    return [
      { id: `${after.id} with ${before.id}${among}`, parts: [...parts, isTold] },
      { id: `${after.id} as ${before.id}${among}`, parts: [...parts, isTold, isSame] },
    ].map(
      ({ id, parts: [first = isTold, ...more] }): TableSpecification => ({
        id,
        population: "closed",
        within: more.length === 0 ? first : { all: [first, ...more] },
        measure: { kind: "share", variable: after.id, codes, base: "valid" },
      }),
    );
  });
}

type OneAnswer = { readonly answer: string; readonly in: readonly number[] };

/**
 * Those of whom the codebook says that they stand beside every change: whose goal was attained, and of
 * the clients those that another figure is already about.
 */
function groupsToldOf({ indicators }: Codebook): readonly OneAnswer[] {
  const voices = indicators.filter(({ besideChange }) => besideChange === "client");
  const goals = indicators.flatMap(({ besideChange, variable, measure }) =>
    besideChange === "goal" && measure.kind === "share"
      ? [{ answer: variable, in: measure.codes }]
      : [],
  );
  const clients = indicators.flatMap(({ within }) =>
    within && "answer" in within && voices.some(({ variable }) => variable === within.answer)
      ? [{ answer: within.answer, in: within.in }]
      : [],
  );
  const byName = new Map([...goals, ...clients].map((each) => [`${each.answer} ${each.in}`, each]));
  return [...byName.values()];
}

/** What a table of this kind is about, read off its id. */
export type AskedTwiceTable = {
  readonly after: string;
  readonly before: string;
  /** Who answered the same; else who answered both times. */
  readonly isSame: boolean;
  /** The id of the table of those who answered both times. */
  readonly both: string;
  readonly among: { readonly variable: string; readonly codes: readonly number[] } | null;
};

/** «V24 with V15», «V24 as V15 among V22=1,2»; `undefined` for every other table. */
export function askedTwiceTable(id: string): AskedTwiceTable | undefined {
  const form =
    /^(?<after>\S+) (?<how>with|as) (?<before>\S+)( among (?<variable>\S+)=(?<codes>\S+))?$/;
  const { after, how, before, variable, codes } = form.exec(id)?.groups ?? {};
  if (after === undefined || before === undefined) return undefined;
  const among =
    variable === undefined || codes === undefined
      ? null
      : { variable, codes: codes.split(",").map(Number) };
  return { after, before, isSame: how === "as", both: id.replace(" as ", " with "), among };
}
