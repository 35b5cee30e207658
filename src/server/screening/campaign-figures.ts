import { type LocalRelease, readFrozenCampaign } from "#compilation";
import { shownCases } from "#disclosure";
import { done, type MunicipalityCode, type Outcome, problem, refused } from "#kernel";
import { meetingResults, type Results, type SafePanel } from "#report";
import { type Campaign, meetingCodebook, titleOf } from "#screening";
import type { MunicipalityTransaction } from "#store";
import type { CampaignResultsView } from "../wire-of-screening.ts";

/** Refused while it is open, where nothing may be told, and where it is not as it was kept. */
export async function frozenFigures(
  { screening }: Pick<MunicipalityTransaction, "screening">,
  municipality: MunicipalityCode,
  campaign: Campaign,
): Promise<Outcome<LocalRelease>> {
  const { id, closedAt } = campaign;
  if (closedAt === null) return refused(problem("campaign-results-not-yet"));
  const kept = await screening.results(id);
  if (!kept) return refused(problem("campaign-results-too-few"));
  const release = readFrozenCampaign(municipality, { campaign: id, ...kept });
  return release
    ? done(release)
    : refused(problem("campaign-results-damaged", undefined, { campaign: titleOf(campaign) }));
}

/** The municipality's, with those of the campaign before it beside them. From protected tables alone. */
export async function campaignFigures(
  tx: Pick<MunicipalityTransaction, "screening" | "municipality">,
  code: MunicipalityCode,
  campaign: Campaign,
): Promise<Outcome<CampaignResultsView>> {
  const frozen = await frozenFigures(tx, code, campaign);
  if (frozen.kind === "refused") return frozen;
  const { tables } = frozen.value;
  const of = { codebook: meetingCodebook(), language: "sv" } as const;
  const { id } = campaign;
  const name = titleOf(campaign);
  const before = await toldBefore(tx, code, campaign);
  const nameBefore = before ? titleOf(before.campaign) : "";
  const earlier = before && { ...before, name: nameBefore, ownName: name };
  return done({
    campaign: { id, name },
    municipality: { code, name: (await tx.municipality.find())?.name ?? code },
    closedAt: campaign.closedAt ?? campaign.at,
    meetings: shownCases(tables, "cases started"),
    results: meetingResults(tables, of, earlier),
    before: before && { id: before.campaign.id, name: nameBefore },
    resultsBefore:
      before && namedApart(meetingResults(before.tables, of), `${before.campaign.id}:`),
  });
}

/** Told in one answer with the others, each panel keeps a name of its own. */
function namedApart({ strip, sections, ...rest }: Results<"safe">, start: string): Results<"safe"> {
  const renamed = (panel: SafePanel): SafePanel => ({ ...panel, id: `${start}${panel.id}` });
  return {
    ...rest,
    strip: renamed(strip),
    sections: sections.map(({ panels, ...section }) => ({
      ...section,
      panels: panels.map(renamed),
    })),
  };
}

/** All that is told there, in reading order. */
export function panelsOfCampaign({
  results,
  resultsBefore,
}: CampaignResultsView): readonly SafePanel[] {
  return [results, resultsBefore].flatMap((told) =>
    told ? [told.strip, ...told.sections.flatMap(({ panels }) => panels)] : [],
  );
}

/** The latest of its kind that began before it, of those that are told of. */
async function toldBefore(
  tx: Pick<MunicipalityTransaction, "screening">,
  code: MunicipalityCode,
  { firstDay, routine }: Campaign,
) {
  for (const campaign of await tx.screening.campaigns()) {
    const isOfItsKind = (campaign.routine === null) === (routine === null);
    if (!isOfItsKind || campaign.firstDay >= firstDay) continue;
    const frozen = await frozenFigures(tx, code, campaign);
    if (frozen.kind === "done") return { campaign, tables: frozen.value.tables };
  }
  return null;
}
