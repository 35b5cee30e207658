import type { ExploredQuestion } from "#server";

/** What the address asks; `null`: not said. Never anything of a case. */
export type WishedQuestion = {
  readonly [Part in keyof ExploredQuestion]: string | null;
} & {
  /** The codebook that it was put together by: names may mean something else in another. */
  readonly codebook: string | null;
  /** The saved view that it was opened as. */
  readonly view: string | null;
};

const names = {
  set: "siffror",
  show: "visa",
  by: "uppdelat",
  time: "tid",
  period: "period",
  group: "grupp",
  codebook: "kodbok",
  view: "vy",
} as const satisfies { readonly [part in keyof WishedQuestion]: string };

const parts = Object.keys(names) as readonly (keyof WishedQuestion)[];

export function readAddress(url: string): WishedQuestion {
  const search = new URL(url).searchParams;
  const read = (part: keyof WishedQuestion) => search.get(names[part]) || null;
  return Object.fromEntries(parts.map((part) => [part, read(part)])) as WishedQuestion;
}

export function exploreAddress(wished: Partial<WishedQuestion>): string {
  const search = new URLSearchParams(
    parts.flatMap((part) => {
      const value = wished[part];
      return value ? [[names[part], value]] : [];
    }),
  );
  return search.size === 0 ? "/utforska" : `/utforska?${search}`;
}

const unitPrefix = "unit:";

/** Where the server answers it: a unit's own, or a frozen set. */
export function askedAt(question: WishedQuestion & { readonly set: string }): string {
  const { set, show, by, time, period, group, codebook } = question;
  const asked = { show, by, time, period, group, codebook };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  if (set.startsWith(unitPrefix)) {
    const unit = encodeURIComponent(set.slice(unitPrefix.length));
    return `/api/units/${unit}/exploration?${search}`;
  }
  if (set !== "") search.set("set", set);
  return `/api/published/exploration?${search}`;
}

export function setOfUnit(unit: string): string {
  return unitPrefix + unit;
}
