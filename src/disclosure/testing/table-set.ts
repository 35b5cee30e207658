import type { CountedSet, LinkedCell, Participant, Region } from "../linked/linked-cells.ts";

type Sum = readonly [whole: string, ...parts: string[]];

/**
 * A linked set by hand. A cell is named «region name», so «a yes»; the nation's region is `all`.
 *
 * @param counts what is counted; a cell is told if its name begins with «all», else it may be.
 * @param sums a whole, and the parts that it is the sum of.
 */
export function tableSet({
  counts,
  sums,
  sensitive = [],
  unguarded = [],
  never = [],
  wholes = {},
  participants = [],
  factors = [],
}: {
  readonly counts: { readonly [cell: string]: number };
  readonly sums: readonly Sum[];
  readonly sensitive?: readonly string[];
  readonly unguarded?: readonly string[];
  readonly never?: readonly string[];
  readonly wholes?: { readonly [cell: string]: string };
  /** Regions that attack: each knows its own cells and has them in every «all» and «area» of the same name. */
  readonly participants?: readonly string[];
  /** Sums whose parts count several times. */
  readonly factors?: readonly (readonly (readonly [string, number])[])[];
}): CountedSet {
  const names = Object.keys(counts);
  const place = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`There is no cell ${name}.`);
    return at;
  };
  const regionOf = (name: string) => name.split(" ")[0] ?? "";
  const regions = [...new Set(names.map(regionOf))].map((id): Region => {
    const level = id === "all" ? "nation" : id === "area" ? "area" : "municipality";
    return { id, level, name: id, parents: id === "all" ? [] : ["all"] };
  });
  const cells = names.map((name): LinkedCell => {
    const whole = wholes[name];
    return {
      id: name,
      region: regionOf(name),
      table: name.split(" ")[1] ?? "",
      population: "started",
      among: "",
      subject: { kind: "cases" },
      role: never.includes(name) ? "never" : regionOf(name) === "all" ? "told" : "may",
      guard: unguarded.includes(name) ? "none" : sensitive.includes(name) ? "few-or-none" : "few",
      worth: 1,
      ...(whole === undefined ? {} : { whole: place(whole) }),
    };
  });
  const relations = [
    ...sums.map(([whole, ...parts]) => [
      { cell: place(whole), factor: 1 },
      ...parts.map((part) => ({ cell: place(part), factor: -1 })),
    ]),
    ...factors.map((terms) => terms.map(([name, factor]) => ({ cell: place(name), factor }))),
  ].map((terms) => ({ kind: "options" as const, terms }));
  return {
    set: { regions, cells, relations },
    counts: Int32Array.from(names, (name) => counts[name] ?? 0),
    participants: participants.map((region): Participant => {
      const own = names.flatMap((name, at): [number, number][] => {
        const [above, ...rest] = name.split(" ");
        const mine = above === region ? name : [region, ...rest].join(" ");
        const isAbove = above === "all" || above === "area" || above === region;
        return isAbove && mine in counts ? [[at, counts[mine] ?? 0]] : [];
      });
      return { region, own: new Map(own) };
    }),
  };
}
