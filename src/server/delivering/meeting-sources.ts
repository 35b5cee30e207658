import type { Codebook } from "#codebook";
import type { DeliverySource, RoundInvitation } from "#delivery";
import { caseId, type MunicipalityCode, type Problem, problem } from "#kernel";
import type { CaseRecord } from "#registration";
import { type Campaign, meetingCodebook, titleOf } from "#screening";
import type { MunicipalityTransaction } from "#store";
import { countedMeetings } from "../screening/counted-meetings.ts";

type Screening = Pick<MunicipalityTransaction, "screening">;

/** Whether what leaves of a round is how many meetings were noted how. */
export function isOfMeetings({ counts }: Pick<Codebook, "counts">): boolean {
  return counts === "meetings";
}

/**
 * What keeps a municipality's meetings from leaving: a campaign that is still open, since its answers are
 * told to nobody before it is closed; or that there is no campaign of the round at all.
 */
export async function whyNoMeetingsLeave(
  tx: Screening,
  { round }: RoundInvitation,
): Promise<readonly Problem[]> {
  const campaigns = await campaignsOf(tx, round.id);
  if (campaigns.length === 0)
    return [problem("round-without-campaign", undefined, { round: round.name })];
  return campaigns
    .filter(({ closedAt }) => closedAt === null)
    .map((each) => problem("round-campaign-open", undefined, { campaign: titleOf(each) }));
}

/**
 * The meetings of the round's closed campaigns, each as a row that is made here, counted, and forgotten:
 * so they are counted by the same way as cases, and a delivery of counts is all that ever leaves.
 */
export async function meetingSources(
  tx: Screening,
  municipality: MunicipalityCode,
  { round }: RoundInvitation,
): Promise<readonly DeliverySource[]> {
  const sources: DeliverySource[] = [];
  for (const campaign of await campaignsOf(tx, round.id)) {
    if (campaign.closedAt === null) continue;
    const tallies = await tx.screening.tallies(campaign.id);
    const counted = countedMeetings(campaign, tallies);
    for (const [at, { unit, day, count }] of tallies.entries()) {
      const record: CaseRecord = {
        ...nobodys,
        ...{ municipality, unit, id: caseId(`meeting-${at}`), startedOn: day },
        ...{ servedMunicipality: municipality, lastStepAt: campaign.closedAt },
        sheet: { answers: counted[at]?.answers ?? {}, items: [] },
        codebook: meetingCodebook().id,
      };
      for (let number = 0; number < count; number++) sources.push({ record });
    }
  }
  return sources;
}

/** How many meetings the units said that they would have; `null`: not all have said. */
export async function expectedMeetings(
  tx: Screening,
  { round }: RoundInvitation,
): Promise<number | null> {
  const units = (await campaignsOf(tx, round.id)).flatMap((campaign) => campaign.units);
  const expected = units.flatMap((unit) => unit.expected ?? []);
  if (units.length === 0 || expected.length < units.length) return null;
  return expected.reduce((sum, each) => sum + each, 0);
}

async function campaignsOf({ screening }: Screening, round: string): Promise<readonly Campaign[]> {
  return (await screening.campaigns()).filter((each) => each.round === round);
}

/** What a case has beside its answers: a meeting is nobody's, has no code, and ended when it was noted. */
const nobodys = {
  code: "",
  assignee: null,
  sharedWith: null,
  isAnonymous: true,
  previousCode: null,
  readers: null,
  voided: null,
  state: "open",
  closedOn: null,
  survey: { kind: "not-yet-offered" },
  revision: 1,
  marks: {},
  completed: {},
} as const;
