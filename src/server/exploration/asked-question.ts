import type { Context } from "hono";
import type { Codebook } from "#codebook";
import { type Problem, problem } from "#kernel";

/** As it stands in an address; empty is not chosen. */
export type AskedQuestion = {
  readonly show: string | null;
  readonly by: string | null;
  readonly time: string | null;
  readonly period: string | null;
  readonly group: string | null;
  /** The codebook that the question was put together by, where it is an old one. */
  readonly codebook: string | null;
};

/** No name of ours is longer. */
const longest = 100;

export function askedQuestion({ req }: Context): AskedQuestion {
  const read = (name: string) => req.query(name)?.slice(0, longest) || null;
  return {
    show: read("show"),
    by: read("by"),
    time: read("time"),
    period: read("period"),
    group: read("group"),
    codebook: read("codebook"),
  };
}

/**
 * Names are a codebook's own: another version may ask something else by the same one. What is compared is
 * the concept, and of an indicator that of its question.
 */
export function checkOtherCodebook(
  names: readonly (string | null)[],
  then: Codebook | undefined,
  now: Codebook,
  asked: string | null,
): readonly Problem[] {
  if (asked === null || asked === now.id) return [];
  return names.flatMap((name) => {
    if (name === null) return [];
    const before = then && conceptOf(then, name);
    if (before !== undefined && before === conceptOf(now, name)) return [];
    return [problem("exploration-other-codebook", name, { name, codebook: asked, now: now.id })];
  });
}

function conceptOf({ variables, indicators }: Codebook, id: string): string | undefined {
  const indicator = indicators.find((each) => each.id === id);
  const concept = variables.find((each) => each.id === (indicator?.variable ?? id))?.concept;
  return indicator && concept ? `${indicator.id} ${concept}` : concept;
}
