import { openRelease, type Release } from "#compilation";
import type { RoundInvitation } from "#delivery";
import { shownCases } from "#disclosure";
import { done, isoDate, type Outcome, problem, refused } from "#kernel";
import { roundResults, type ToldRound } from "#report";
import type { MunicipalityTransaction, PublishedRelease } from "#store";
import { findAgreed } from "../delivering/agreed-round.ts";
import { releaseFolder } from "../publishing/release-places.ts";
import { invitationOf } from "../receiving/find-round.ts";
import type { Services } from "../services.ts";
import type { RoundResultsView } from "../wire-of-screening.ts";

type Here = Pick<Services, "files" | "codebooks" | "keys" | "telemetry">;
type Reading = Pick<MunicipalityTransaction, "rounds" | "agreements" | "publishedReleases">;

/** A round of meetings, and its latest release that is here. */
type PublishedRound = {
  readonly invitation: RoundInvitation;
  readonly published: PublishedRelease;
};

/**
 * What was published of a round of meetings, with the round before it of the same codebook beside: for its
 * receiver and for those who took part, from the releases that lie here. From protected tables alone.
 */
export async function roundResultsView(
  services: Here,
  tx: Reading,
  round: string,
): Promise<Outcome<RoundResultsView>> {
  const rounds = await publishedRounds(services, tx);
  const own = rounds.find(({ invitation }) => invitation.round.id === round);
  const release = own && (await opened(services, own));
  if (!own || !release) return refused(problem("round-results-none"));
  const earlier = earlierOf(own, rounds);
  const before = earlier ? await opened(services, earlier) : undefined;
  const { codebook, document, verdict, tables } = release;
  const then = earlier && before ? toldRound(earlier, before) : null;
  const of = { codebook, language: "sv" } as const;
  const { name, from, through } = own.invitation.round;
  const { name: receiver, code } = own.invitation.receiver;
  return done({
    round: { id: round, name, from: isoDate(from), through: isoDate(through) },
    receiver: { code, name: receiver },
    isInterim: own.published.isInterim,
    verdict: verdict.sv,
    municipalities: document.municipalities,
    meetings: shownCases(tables, "cases started"),
    absent: (document.absent ?? []).map((each) => each.name),
    before: then && { id: earlier?.invitation.round.id ?? "", name: then.name },
    codebook,
    ...roundResults(toldRound(own, release), then, of),
  });
}

/** Each with the last of what was published of it. */
async function publishedRounds(
  { codebooks }: Here,
  tx: Reading,
): Promise<readonly PublishedRound[]> {
  const latest = new Map<string, PublishedRelease>();
  for (const each of await tx.publishedReleases.list()) {
    const known = latest.get(each.round);
    if (!known || known.publication < each.publication) latest.set(each.round, each);
  }
  const rounds: PublishedRound[] = [];
  for (const [id, published] of latest) {
    const invitation = await invitationTo(tx, id);
    const isOfMeetings = invitation && codebooks.get(invitation.codebook.id)?.counts === "meetings";
    if (isOfMeetings) rounds.push({ invitation, published });
  }
  return rounds;
}

/** Of a round of one's own, or of one that one takes part in. */
async function invitationTo(tx: Reading, round: string): Promise<RoundInvitation | undefined> {
  const own = await tx.rounds.find(round);
  return own ? invitationOf(own) : (await findAgreed(tx, round, false))?.invitation;
}

/** The latest before it that asked the same, by the same receiver. */
function earlierOf(
  { invitation: { round, codebook, receiver } }: PublishedRound,
  rounds: readonly PublishedRound[],
): PublishedRound | undefined {
  return rounds
    .filter(
      ({ invitation: other }) =>
        other.codebook.id === codebook.id &&
        other.receiver.code === receiver.code &&
        other.round.through < round.from,
    )
    .toSorted((one, other) =>
      one.invitation.round.from < other.invitation.round.from ? 1 : -1,
    )[0];
}

function toldRound(
  { invitation: { round } }: PublishedRound,
  { document, tables, regions }: Release,
): ToldRound {
  return {
    name: round.name,
    municipalities: document.municipalities,
    tables,
    // Of one county its area is all of them together, and says nothing more.
    places: regions.filter(({ level }) => level === "municipality"),
  };
}

/** Published once and never changed: read from the disk once. By installation; a few at a time. */
const held = new WeakMap<Here["keys"], Map<string, Release>>();
const mostHeld = 8;

async function opened(
  services: Here,
  { published: { folder } }: PublishedRound,
): Promise<Release | undefined> {
  const known = held.get(services.keys) ?? new Map<string, Release>();
  held.set(services.keys, known);
  const found = known.get(folder);
  if (found) return found;
  const release = await openRelease(releaseFolder(services, folder));
  if (release.kind === "refused") {
    const cannotBeShown = { code: "release-cannot-be-shown" };
    services.telemetry.failed(Object.assign(new Error(folder), cannotBeShown));
    return undefined;
  }
  const [first] = known.keys();
  if (first !== undefined && known.size >= mostHeld) known.delete(first);
  known.set(folder, release.value);
  return release.value;
}
