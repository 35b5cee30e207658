import type { Problem } from "#kernel";
import { carriedOver, isSame, type NamedQuestion, namedQuestions } from "../carried-over.ts";
import type { Codebook, EarlierQuestion, Question } from "../codebook.ts";
import { inconsistent } from "./inconsistent.ts";
import { unknown } from "./lint-references.ts";
import { type Place, problemAt, questionsWithPlaces, within } from "./place.ts";

/**
 * What a codebook says about earlier ones: codes and questions that there are, of the same type, each
 * code in one way; and no break in delivered bands without a word.
 * @param known the earlier codebooks; what is told of others cannot be judged.
 * @param world with the common questions, where the codebook adds to some.
 */
export function lintEarlier(
  codebook: Codebook,
  world: Codebook,
  known: readonly Codebook[],
): readonly Problem[] {
  const told = codebook.earlier ?? [];
  return [
    ...told.flatMap((said, index) => {
      const place: Place = { pointer: `/earlier/${index}`, name: said.concept };
      const isTwice = told.findIndex((each) => keyOf(each) === keyOf(said)) < index;
      return [
        ...(isTwice ? [problemAt("codebook-duplicate", place, { name: said.concept })] : []),
        ...lintSaid(said, world, known, place),
      ];
    }),
    ...(codebook.overlays ? [] : known.flatMap((earlier) => untold(codebook, earlier))),
  ];
}

function keyOf({ codebook, concept }: EarlierQuestion): string {
  return `${codebook} ${concept}`;
}

function lintSaid(
  said: EarlierQuestion,
  world: Codebook,
  known: readonly Codebook[],
  place: Place,
): readonly Problem[] {
  const now = namedQuestions(world).find(({ question }) => question.concept === said.concept);
  if (!now) return [unknown(said.concept, within(place, "concept"))];
  if (said.codebook === world.id) return [unknown(said.codebook, within(place, "codebook"))];
  const earlier = known.find(({ id }) => id === said.codebook);
  const before = earlier && namedQuestions(earlier).find(({ name }) => name === said.variable);
  return [
    ...lintCodes(said, now.question, place),
    ...(earlier && !before ? [unknown(said.variable, within(place, "variable"))] : []),
    ...(before ? lintPair(said, before, now, place) : []),
  ];
}

/** What can be seen in the newer codebook alone. */
function lintCodes(said: EarlierQuestion, now: Question, place: Place): readonly Problem[] {
  const { codes, meaning } = said;
  const at = within(place, "codes");
  if (codes.length > 0 && meaning === "broken") return [inconsistent(at, "broken-and-carried")];
  if (codes.length > 0 && now.options.length === 0) {
    return [inconsistent(at, "has-no-options", { type: now.type })];
  }
  const seen = new Set<number>();
  return codes.flatMap(({ from, to }, index) => {
    const inRow = within(place, `codes/${index}`);
    const twice = from.filter((code) => seen.has(code) || !seen.add(code));
    return [
      ...twice.map((code) => inconsistent(within(inRow, "from"), "carried-twice", { code })),
      ...unknownCode(now, to, within(inRow, "to")),
    ];
  });
}

function lintPair(
  { codes, meaning }: EarlierQuestion,
  before: NamedQuestion,
  now: NamedQuestion,
  place: Place,
): readonly Problem[] {
  const at = within(place, "variable");
  const types = { before: before.question.type, after: now.question.type };
  return [
    ...(before.group === now.group ? [] : [inconsistent(at, "carried-elsewhere")]),
    ...(meaning === "kept" && types.before !== types.after
      ? [inconsistent(at, "carried-into-other-type", types)]
      : []),
    ...codes.flatMap(({ from, to }, index) =>
      from.flatMap((code) => {
        const inRow = within(place, `codes/${index}/from`);
        return [
          ...unknownCode(before.question, code, inRow),
          ...(code !== to && keepsItsCode(before.question, now.question, code)
            ? [inconsistent(inRow, "carried-against-its-words", { code, to })]
            : []),
        ];
      }),
    ),
  ];
}

function keepsItsCode(before: Question, now: Question, code: number): boolean {
  return before.options.some(
    (option) => option.code === code && now.options.some((each) => isSame(option, each)),
  );
}

function unknownCode({ id, options }: Question, code: number, place: Place): readonly Problem[] {
  if (options.some((option) => option.code === code)) return [];
  return [problemAt("codebook-unknown-code", place, { code, name: id })];
}

/** Delivered bands that cannot be carried over break a series: the codebook says why. */
function untold(codebook: Codebook, earlier: Codebook): readonly Problem[] {
  return questionsWithPlaces(codebook).flatMap(({ question, place, group }) => {
    if (!question.ageBandCuts) return [];
    const isTold = codebook.earlier?.some(
      (said) => said.concept === question.concept && said.codebook === earlier.id,
    );
    const name = { id: question.id, group };
    const { kind } = carriedOver(codebook, earlier, name, "as-delivered");
    if (isTold || kind !== "incomparable") return [];
    return [inconsistent(within(place, "ageBandCuts"), "break-not-told", { name: earlier.id })];
  });
}
