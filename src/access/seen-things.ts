/** What the routes that ask for a role are about, named once: a new kind of thing has its words here. */
export type SeenThing = {
  readonly id: string;
  /** Of a route's method and address. */
  readonly paths: readonly RegExp[];
  /** A role that is held in a unit reaches what is that unit's, and no more. */
  readonly isWithinUnits: boolean;
};

function inUnits<Id extends string>(id: Id, ...paths: readonly RegExp[]) {
  return { id, paths, isWithinUnits: true } as const;
}

function ofMunicipality<Id extends string>(id: Id, ...paths: readonly RegExp[]) {
  return { id, paths, isWithinUnits: false } as const;
}

/** What is nearest to the clients first. */
export const seenThings = [
  inUnits("cases", / \/api\/cases(?!\/:code\/(?:extract|lookers)$)/),
  inUnits("extracts", / \/api\/cases\/:code\/extract$/),
  inUnits("survey-extracts", / \/api\/survey-answers\/:code\/extract$/),
  inUnits("lookers", / \/api\/cases\/:code\/lookers/),
  inUnits("waiting-surveys", / \/api\/(?:waiting-surveys|survey-answers\/:code)$/),
  inUnits("notices", / \/api\/notices/),
  inUnits("caseloads", / \/api\/units\/:unit\/(?:caseloads|hand-over)/),
  inUnits("figures", / \/api\/units\/:unit\/(?:figures|results|comparison|exploration|campaigns)/),
  inUnits("quality", / \/api\/units\/:unit\/(?:quality|look-alikes)/),
  inUnits("sessions", / \/api\/units\/:unit\/sessions/),
  inUnits("guidance", / \/api\/units\/:unit\/guidance/),
  inUnits("checklists", / \/api\/units\/:unit\/checklist/),
  inUnits("meetings", /^POST \/api\/campaigns\/:campaign\/(?:meetings|piles|confidence)/),
  ofMunicipality(
    "campaigns",
    /^(?!POST .*\/(?:meetings|undo|piles|confidence)$)\w+ \/api\/campaigns/,
    / \/api\/text-packs/,
  ),
  ofMunicipality("campaign-rounds", / \/api\/campaign-rounds/),
  ofMunicipality("survey-papers", / \/papper\//, / \/api\/(?:survey-languages|client-contacts)/),
  ofMunicipality("local-comments", / \/api\/local-codebook\/comments/),
  ofMunicipality("local-codebook", / \/api\/local-codebook(?!\/comments)/),
  ofMunicipality("local-releases", / \/api\/local-releases/),
  ofMunicipality("documents", / \/api\/documents/),
  ofMunicipality("actions", / \/api\/actions/),
  ofMunicipality("deliveries", / \/api\/(?:deliveries|invitations|agreements)/),
  ofMunicipality("rounds", / \/api\/rounds/),
  ofMunicipality("disposal", / \/api\/disposal/),
  ofMunicipality("log", / \/api\/log/),
  ofMunicipality("backups", / \/api\/backups/),
  ofMunicipality("people", / \/api\/(?:people|recoveries|units(?:$|\/:unit$)|first-run)/),
] as const satisfies readonly SeenThing[];
