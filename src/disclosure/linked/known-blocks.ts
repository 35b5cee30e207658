import { type Cell, optionCodes, otherCells, validCells } from "../nation/cells.ts";
import type { CountedPlace } from "./counted-places.ts";
import type { Shares } from "./set-builder.ts";

/** What each participant has in some cells of a question. */
export type KnownBlock = { readonly cells: readonly Cell[]; readonly shares: Shares };

/** All cases of the place, each in one block, as finely as its tables tell. */
export function knownBlocks(place: CountedPlace, cases: Shares | undefined): readonly KnownBlock[] {
  const { base, byCode, question } = place;
  const { notEligible, notBegun, notAnswered, unplaced } = otherCells;
  const unanswered = less(base.asked, base.answered);
  const missing = less(base.answered, base.valid);
  const valid =
    question.type === "multiple"
      ? [{ cells: validCells(question), shares: base.valid }]
      : validBlocks(place);
  const outer = [
    ...(cases === undefined ? [] : [{ cells: [notEligible], shares: less(cases, base.eligible) }]),
    { cells: [notBegun], shares: less(base.eligible, base.asked) },
  ];
  const [c97, c98, c99] = [97, 98, 99].map((code) => byCode?.get(code));
  if (!c97 || !c98 || !c99) {
    return [
      ...valid,
      { cells: [97, 99, unplaced], shares: missing },
      { cells: [98, notAnswered], shares: unanswered },
      ...outer,
    ];
  }
  return [
    ...valid,
    { cells: [97], shares: c97 },
    { cells: [99], shares: c99 },
    { cells: [unplaced], shares: less(missing, c97, c99) },
    { cells: [98], shares: c98 },
    { cells: [notAnswered], shares: less(unanswered, c98) },
    ...outer,
  ];
}

/** `undefined` where the blocks are not as fine as that. */
export function sharesIn(
  blocks: readonly KnownBlock[],
  cells: readonly Cell[],
): Shares | undefined {
  const wanted = new Set(cells);
  let found: Shares | undefined;
  for (const block of blocks) {
    const inside = block.cells.filter((each) => wanted.has(each)).length;
    if (inside > 0 && inside < block.cells.length) return undefined;
    if (inside > 0) found = found === undefined ? block.shares : more(found, block.shares);
  }
  return found;
}

/** Without rows: each indicator's codes, as long as they do not overlap, and the rest. */
function validBlocks({ question, base, byCode, together }: CountedPlace): readonly KnownBlock[] {
  const codes = optionCodes(question);
  if (byCode) {
    return codes.map((code) => ({
      cells: [code],
      shares: byCode.get(code) ?? less(base.valid, base.valid),
    }));
  }
  const left = new Set(codes);
  const blocks: KnownBlock[] = [];
  for (const { codes, shares } of together.values()) {
    if (!codes.every((code) => left.has(code))) continue;
    for (const code of codes) left.delete(code);
    blocks.push({ cells: codes, shares });
  }
  if (left.size === 0) return blocks;
  return [
    ...blocks,
    { cells: [...left], shares: less(base.valid, ...blocks.map(({ shares }) => shares)) },
  ];
}

export function less(whole: Shares, ...parts: readonly Shares[]): Shares {
  return whole.map((each, at) => parts.reduce((left, part) => left - (part[at] ?? 0), each));
}

export function more(one: Shares, other: Shares): Shares {
  return one.map((each, at) => each + (other[at] ?? 0));
}
