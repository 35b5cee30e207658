/** What the address asks for; `null`: not said. Never anything of a case. */
export type WishedResults = {
  /** A unit's id, or `wholeMunicipality`. */
  readonly unit: string | null;
  /** A period of the unit's, or a half-year of the municipality's. */
  readonly time: string | null;
  readonly group: string | null;
};

/** In place of a unit: the municipality's protected figures. */
export const wholeMunicipality = "kommunen";

/** `?enhet=&tid=&grupp=`; an empty one is one that is not said. */
export function readAddress(url: string): WishedResults {
  const wished = new URL(url).searchParams;
  const read = (name: string) => wished.get(name) || null;
  return { unit: read("enhet"), time: read("tid"), group: read("grupp") };
}

export function resultsAddress({ unit, time, group }: WishedResults): string {
  const said = Object.entries({ enhet: unit, tid: time, grupp: group });
  const search = new URLSearchParams(
    said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  return search.size === 0 ? "/resultat" : `/resultat?${search}`;
}
