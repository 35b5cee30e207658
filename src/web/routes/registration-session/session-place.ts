/** Which registration session, in which unit. */
export type SessionPlace = { readonly unit: string; readonly session: string };

export function sessionPage({ unit, session }: SessionPlace): string {
  return `/stuga/${encodeURIComponent(unit)}/${encodeURIComponent(session)}`;
}

export function questionPage(place: SessionPlace, variable: string): string {
  return `${sessionPage(place)}/fraga/${encodeURIComponent(variable)}`;
}

/** A case, with the session's bar on top. */
export function caseInSession(code: string, { unit, session }: SessionPlace): string {
  const search = new URLSearchParams({ stuga: `${session} ${unit}` });
  return `/arenden/${encodeURIComponent(code)}?${search}`;
}

/** The session that an address of a case names; `undefined` outside one. */
export function sessionIn(search: URLSearchParams): SessionPlace | undefined {
  const found = /^([0-9a-f]{32}) (.+)$/.exec(search.get("stuga") ?? "");
  const [, session, unit] = found ?? [];
  return session && unit ? { session, unit } : undefined;
}

/** Where the server keeps it. */
export function sessionAddress({ unit, session }: SessionPlace): string {
  return `/api/units/${encodeURIComponent(unit)}/sessions/${encodeURIComponent(session)}`;
}
