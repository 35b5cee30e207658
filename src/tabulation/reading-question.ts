import type { Cells } from "./counting/counter.ts";
import type { Axis } from "./counting-plan.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { isValid } from "./extract/standing.ts";
import type { Listed, Reading } from "./reading.ts";
import type { Band } from "./table-specification.ts";

const noPlace = -1;

/** A choice of one is its standing; several choices are bits of the words beside it. */
export function readQuestion(
  { stored, bands, at }: Axis & { readonly kind: "question" },
  { values }: Cells,
): Reading {
  const [standings = new Uint32Array(), ...words] = at.map(
    (each) => values[each] ?? new Uint32Array(),
  );
  const listed = listedOf(stored, bands, standings);
  const placeOf = new Map(listed.map(({ code }, place) => [code, place]));
  const optionPlaces = stored.codes.map((code) => placeOf.get(bandOf(bands, code)) ?? noPlace);
  const places = placesByStanding(stored, listed, optionPlaces);
  const isSeveral = stored.words > 0;

  function chosenPlaces(cell: number, into: Uint16Array): number {
    let count = 0;
    for (let word = 0; word < words.length; word++) {
      let bits = words[word]?.[cell] ?? 0;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits);
        bits = (bits & ~(1 << bit)) >>> 0;
        const place = optionPlaces[word * 32 + bit] ?? noPlace;
        if (place === noPlace || holds(into, count, place)) continue;
        into[count++] = place;
      }
    }
    return count;
  }

  return {
    listed,
    standingOf: (cell) => standings[cell] ?? 0,
    placesOf: (cell, into) => {
      const code = standings[cell] ?? 0;
      if (isSeveral && isValid(code)) return chosenPlaces(cell, into);
      const place = places[code] ?? noPlace;
      if (place === noPlace) return 0;
      into[0] = place;
      return 1;
    },
  };
}

/**
 * Options in the codebook's order, a band where its first option stands, then missing codes. A view may
 * amount to a missing code that the question itself does not offer: it is listed where seen.
 */
function listedOf(
  { question, codes }: StoredQuestion,
  bands: readonly Band[],
  standings: ArrayLike<number>,
): readonly Listed[] {
  const options = new Set(codes.map((code) => bandOf(bands, code)));
  const missing: readonly number[] = question.missing.map(({ code }) => code);
  const seen = new Uint8Array(256);
  for (let cell = 0; cell < standings.length; cell++) seen[standings[cell] ?? 0] = 1;
  const unlisted = [97, 98, 99].filter((code) => seen[code] === 1 && !missing.includes(code));
  return [
    ...[...options].map((code) => ({ code, isMissing: false })),
    ...[...missing, ...unlisted].map((code) => ({ code, isMissing: true })),
  ];
}

/** The place of each standing that is a code by itself. */
function placesByStanding(
  { codes, words }: StoredQuestion,
  listed: readonly Listed[],
  optionPlaces: readonly number[],
): Int16Array {
  const places = new Int16Array(256).fill(noPlace);
  if (words === 0)
    for (const [index, code] of codes.entries()) places[code] = optionPlaces[index] ?? noPlace;
  for (const [place, { code, isMissing }] of listed.entries()) if (isMissing) places[code] = place;
  return places;
}

/** Options told together; one that belongs to no band stands by itself. */
function bandOf(bands: readonly Band[], code: number): number {
  return bands.find(({ codes }) => codes.includes(code))?.code ?? code;
}

/** A case counts once in each band, however many of its options it chose. */
function holds(places: Uint16Array, count: number, place: number): boolean {
  for (let index = 0; index < count; index++) if (places[index] === place) return true;
  return false;
}
