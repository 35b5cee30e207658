import { addDays, done, isoDate, type Outcome, parseHalfYear, periodOf } from "#kernel";
import type { DocumentAction, DocumentSource } from "#report";
import { type CampaignId, meetingCodebook, type ObstacleAction, titleOf } from "#screening";
import { findFrozen } from "./frozen-release.ts";
import type { Visit } from "./http/route.ts";
import { frozenFigures } from "./screening/campaign-figures.ts";
import type { DocumentSourceView } from "./wire-of-documents.ts";

/** A source with the name that its own words are kept under. */
export type FoundSource = { readonly source: DocumentSource; readonly key: string };

const theNation = "nation";

/** Before a campaign's own id. */
export const ofCampaign = "campaign:";

/** The municipality's own half-years and campaigns, the latest first; then its place in what is published. */
export async function documentSources(visit: Visit): Promise<readonly DocumentSourceView[]> {
  const frozen = await visit.tx.localReleases.list();
  return [
    ...frozen.map(({ halfYear }) => ({ id: halfYear, kind: "local", name: halfYear }) as const),
    ...(await campaignSources(visit)),
    ...publishedSources(visit),
  ];
}

/** Of those that are closed, the ones that anything may be told of. */
async function campaignSources({ tx }: Visit): Promise<readonly DocumentSourceView[]> {
  const sources: DocumentSourceView[] = [];
  for (const campaign of await tx.screening.campaigns()) {
    const { id, closedAt } = campaign;
    if (closedAt === null || !(await tx.screening.results(id))) continue;
    sources.push({ id: `${ofCampaign}${id}`, kind: "campaign", name: titleOf(campaign) });
  }
  return sources;
}

async function findCampaign(
  { tx, actor }: Visit,
  id: string,
): Promise<Outcome<FoundSource> | undefined> {
  const campaign = await tx.screening.findCampaign(id);
  if (!campaign) return undefined;
  const frozen = await frozenFigures(tx, actor.municipality, campaign);
  if (frozen.kind === "refused") return frozen;
  const source: DocumentSource = {
    place: (await tx.municipality.find())?.name ?? actor.municipality,
    campaign: titleOf(campaign),
    from: campaign.firstDay,
    through: campaign.lastDay,
    origin: "local",
    actions: actionsOf(await tx.screening.obstacles(), id),
    tables: frozen.value.tables,
    nation: null,
    codebook: meetingCodebook(),
  };
  return done({ source, key: `${ofCampaign}${id}` });
}

/** What is not to be done after all is not told. */
function actionsOf(
  actions: readonly ObstacleAction[],
  campaign: CampaignId,
): readonly DocumentAction[] {
  return actions
    .filter((each) => each.campaign === campaign && each.state !== "dropped")
    .map(({ intention, responsible, dueOn, state }) => ({
      ...{ intention, responsible, dueOn },
      isDone: state === "done",
    }));
}

function publishedSources({ services, actor }: Visit): readonly DocumentSourceView[] {
  const told = services.release?.told;
  if (!told) return [];
  const own = told.regions.find(({ id }) => id === actor.municipality);
  const area = told.regions.find(({ id }) => id !== theNation && own?.parents.includes(id));
  return [
    ...(own ? [{ id: own.id, kind: "municipality", name: own.name } as const] : []),
    ...(area ? [{ id: area.id, kind: "area", name: area.name } as const] : []),
    { id: theNation, kind: "nation", name: "Riket" },
  ];
}

/** `undefined`: there is no such set, or it is not this municipality's to tell of. */
export async function findDocumentSource(
  visit: Visit,
  id: string,
): Promise<Outcome<FoundSource> | undefined> {
  if (id.startsWith(ofCampaign)) return findCampaign(visit, id.slice(ofCampaign.length));
  const halfYear = parseHalfYear(id);
  if (!halfYear) return findPublished(visit, id);
  const frozen = await findFrozen(visit, halfYear);
  if (frozen?.kind !== "done") return frozen;
  const { release, codebook } = frozen.value;
  const own = await visit.tx.municipality.find();
  const { from, until } = periodOf(halfYear);
  const source: DocumentSource = {
    place: own?.name ?? visit.actor.municipality,
    from,
    through: addDays(until, -1),
    origin: "local",
    tables: release.tables,
    nation: null,
    codebook,
  };
  return done({ source, key: halfYear });
}

function findPublished(visit: Visit, id: string): Outcome<FoundSource> | undefined {
  const told = visit.services.release?.told;
  if (!told || !publishedSources(visit).some((each) => each.id === id)) return undefined;
  const { round } = told.document;
  const region = told.regions.find((each) => each.id === id);
  const source: DocumentSource = {
    place: region?.name ?? null,
    from: isoDate(round.from),
    through: isoDate(round.through),
    origin: "round",
    tables: region?.tables ?? told.tables,
    nation: region ? told.tables : null,
    codebook: told.codebook,
  };
  return done({ source, key: `${round.id} ${id}` });
}
