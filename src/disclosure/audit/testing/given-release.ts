import type { LinkedCell, Participant, Region, Relation } from "../../linked/linked-cells.ts";
import type {
  EarlierPublication,
  PrivateNumbers,
  PublishedSet,
  RoundedNumber,
} from "../published-set.ts";

type Counts = { readonly [cell: string]: number };

/** A release in words: cells by name, equations as «whole = part + part», a region before a colon. */
export type GivenRelease = {
  readonly counts: Counts;
  readonly relations: readonly string[];
  readonly hidden: readonly string[];
  /** Of every cell unless said otherwise: `few`. */
  readonly guards?: { readonly [cell: string]: LinkedCell["guard"] };
  readonly wholes?: { readonly [cell: string]: string };
  /** By region: its own cases in each cell; its own region's cells are all its own. */
  readonly participants?: { readonly [region: string]: Counts };
  readonly areas?: { readonly [area: string]: readonly string[] };
  readonly beside?: readonly Beside[];
  readonly earlier?: readonly GivenEarlier[];
};

type Beside =
  | { kind: "percent" | "mean"; part: string; base: string; value: number; decimals: number }
  | { kind: "interval"; part: string; base: string; low: number; high: number; decimals: number };

/** The same names as now. */
export type GivenEarlier = {
  readonly counts: Counts;
  readonly relations?: readonly string[];
  readonly hidden?: readonly string[];
};

export function givenRelease(given: GivenRelease): {
  readonly published: PublishedSet;
  readonly numbers: PrivateNumbers;
} {
  const names = Object.keys(given.counts);
  const place = (name: string) => names.indexOf(name);
  const earlier = given.earlier ?? [];
  return {
    published: {
      regions: regionsOf(given),
      cells: names.map((id) => ({ id, region: regionOf(id) })),
      relations: given.relations.map((text) => relation(text, names)),
      shown: names.map((name) =>
        given.hidden.includes(name) ? null : (given.counts[name] ?? null),
      ),
      beside: (given.beside ?? []).map((each): RoundedNumber => {
        return { ...each, part: place(each.part), base: place(each.base) };
      }),
      earlier: earlier.map((each, index) =>
        earlierPublication(each, names, `interim-${index + 1}`),
      ),
    },
    numbers: {
      counts: Object.values(given.counts),
      guards: names.map((name) => {
        const whole = given.wholes?.[name];
        const guard = given.guards?.[name] ?? "few";
        return whole === undefined ? { guard } : { guard, whole: place(whole) };
      }),
      participants: participantsOf(given, names),
      earlier: earlier.map(({ counts }) => ({
        counts: Object.values(counts),
        guards: Object.keys(counts).map((name) => ({ guard: given.guards?.[name] ?? "few" })),
        own: [],
      })),
    },
  };
}

function earlierPublication(
  { counts, relations = [], hidden = [] }: GivenEarlier,
  now: readonly string[],
  release: string,
): EarlierPublication {
  const names = Object.keys(counts);
  return {
    release,
    cells: names.map((id) => {
      const place = now.indexOf(id);
      return { id, region: regionOf(id), now: place < 0 ? null : place };
    }),
    relations: relations.map((text) => relation(text, names)),
    shown: names.map((name) => (hidden.includes(name) ? null : (counts[name] ?? null))),
  };
}

function participantsOf(given: GivenRelease, names: readonly string[]): readonly Participant[] {
  return Object.entries(given.participants ?? {}).map(([region, own]) => {
    const shares = new Map(
      Object.entries(own).map(([name, share]) => [names.indexOf(name), share]),
    );
    names.forEach((name, place) => {
      if (regionOf(name) === region) shares.set(place, given.counts[name] ?? 0);
    });
    return { region, own: shares };
  });
}

function regionsOf({ areas = {} }: GivenRelease): readonly Region[] {
  return [
    { id: "nation", level: "nation", name: "Riket", parents: [] },
    ...Object.entries(areas).flatMap(([area, members]): readonly Region[] => [
      { id: area, level: "area", name: area, parents: ["nation"] },
      ...members.map((id): Region => {
        return { id, level: "municipality", name: id, parents: [area, "nation"] };
      }),
    ]),
  ];
}

function regionOf(name: string): string {
  return name.includes(":") ? (name.split(":")[0] ?? "") : "nation";
}

function relation(text: string, names: readonly string[]): Relation {
  const [whole = "", parts = ""] = text.split(" = ");
  const term = (name: string, factor: number) => ({ cell: names.indexOf(name.trim()), factor });
  return {
    kind: "options",
    terms: [term(whole, -1), ...parts.split(" + ").map((part) => term(part, 1))],
  };
}
