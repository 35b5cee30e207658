import type { Participant, Region, Relation } from "../../linked/linked-cells.ts";
import type { PrivateNumbers, PublishedSet } from "../published-set.ts";

/**
 * A country as large as a real one, hidden so that it holds and no more: in each area three municipalities
 * hide two answers of every question. Of the first question of a chain the areas tell theirs; each of the
 * others is asked of those who did not choose the first answer before, and hidden in the areas too, so
 * that everything of a chain hangs together.
 */
export type LinkedCountry = {
  readonly published: PublishedSet;
  readonly numbers: PrivateNumbers;
  readonly placeOf: (region: string, question: number, part: Part) => number;
  readonly areas: readonly (readonly string[])[];
};

/** All who are asked, and the five answers. */
export type Part = (typeof parts)[number];
const parts = ["asked", "one", "two", "three", "four", "five"] as const;
const answers = ["one", "two", "three", "four", "five"] as const;

export const questionsInChain = 8;
const questions = 40;

export function linkedCountry(): LinkedCountry {
  const areas = Array.from({ length: 10 }, (_, area) =>
    Array.from({ length: area < 4 ? 4 : 3 }, (_, at) => `${9000 + area * 10 + at}`),
  );
  const names = areas.map((_, area) => `area ${area}`);
  const municipalities = areas.flat();
  const all = [...municipalities, ...names, "nation"];
  const indexOf = new Map(all.map((region, index) => [region, index]));
  const placeOf = (region: string, question: number, part: Part) =>
    ((indexOf.get(region) ?? 0) * questions + question) * parts.length + parts.indexOf(part);
  const partsOf = (region: string): readonly string[] =>
    region === "nation" ? names : (areas[names.indexOf(region)] ?? []);

  const counts = new Int32Array(all.length * questions * parts.length);
  for (const region of all) fill(counts, placeOf, region, partsOf(region));

  const relations: Relation[] = [];
  const relate = (kind: Relation["kind"], whole: number, of: readonly number[]) =>
    relations.push({
      kind,
      terms: [{ cell: whole, factor: -1 }, ...of.map((cell) => ({ cell, factor: 1 }))],
    });
  for (let question = 0; question < questions; question++) {
    for (const region of all) {
      const place = (part: Part) => placeOf(region, question, part);
      relate("options", place("asked"), answers.map(place));
      if (question % questionsInChain > 0) {
        const before = (part: Part) => placeOf(region, question - 1, part);
        relate("route", before("asked"), [place("asked"), before("one")]);
      }
      if (partsOf(region).length === 0) continue;
      for (const part of parts) {
        const below = partsOf(region).map((each) => placeOf(each, question, part));
        relate("regions", place(part), below);
      }
    }
  }

  const shown: (number | null)[] = [...counts];
  for (let question = 0; question < questions; question++) {
    const isFirst = question % questionsInChain === 0;
    for (const [area, members] of areas.entries()) {
      const hiding = [...members.slice(0, 3), ...(isFirst ? [] : [names[area] ?? ""])];
      for (const region of hiding) {
        for (const part of parts.slice(isFirst ? 1 : 0, 3)) {
          shown[placeOf(region, question, part)] = null;
        }
      }
    }
  }

  const regions: readonly Region[] = all.map((id) => ({
    ...{ id, name: id },
    level: id === "nation" ? id : names.includes(id) ? "area" : "municipality",
    parents:
      id === "nation" ? [] : [...names.filter((area) => partsOf(area).includes(id)), "nation"],
  }));
  return {
    published: {
      regions,
      cells: all.flatMap((region) =>
        Array.from({ length: questions }, (_, question) =>
          parts.map((part) => ({ id: `${region}:${question}:${part}`, region })),
        ).flat(),
      ),
      relations,
      shown,
      ...{ beside: [], earlier: [] },
    },
    numbers: {
      counts,
      guards: Array.from(counts, () => ({ guard: "few" })),
      participants: regions.flatMap(({ id, level, parents }) =>
        level === "municipality" ? [participant(id, parents)] : [],
      ),
      earlier: [],
    },
    ...{ placeOf, areas },
  };

  function participant(region: string, parents: readonly string[]): Participant {
    const own = new Map<number, number>();
    for (const seen of [region, ...parents]) {
      for (let at = 0; at < questions * parts.length; at++) {
        const first = placeOf(region, 0, "asked");
        own.set(placeOf(seen, 0, "asked") + at, counts[first + at] ?? 0);
      }
    }
    return { region, own };
  }
}

/** Sums of what lies below; in a municipality 3 in the first of each area, and plenty elsewhere. */
function fill(
  counts: Int32Array,
  placeOf: LinkedCountry["placeOf"],
  region: string,
  below: readonly string[],
): void {
  for (let question = 0; question < questions; question++) {
    const at = (part: Part) => placeOf(region, question, part);
    if (below.length > 0) {
      for (const part of parts) {
        const sum = below.reduce(
          (all, each) => all + (counts[placeOf(each, question, part)] ?? 0),
          0,
        );
        counts[at(part)] = sum;
      }
      continue;
    }
    const isFirst = question % questionsInChain === 0;
    const before = (part: Part) => counts[placeOf(region, question - 1, part)] ?? 0;
    const asked = isFirst ? 400 + (Number(region) % 7) : before("asked") - before("one");
    const varied = (Number(region) * 7 + question * 3) % 5;
    counts[at("asked")] = asked;
    counts[at("one")] = region.endsWith("0") ? 3 : 9 + varied;
    counts[at("two")] = 20 + varied;
    counts[at("three")] = 30;
    counts[at("four")] = 40;
    counts[at("five")] = asked - (counts[at("one")] ?? 0) - 90 - varied;
  }
}
