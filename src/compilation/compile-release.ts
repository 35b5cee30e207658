import type { Codebook } from "#codebook";
import type { DeliveryFile, Receiving } from "#delivery";
import { type Clock, done, type Outcome, type Problem, problem, refused } from "#kernel";
import {
  type Extract,
  type ExtractIntake,
  nationSpecifications,
  openExtractIntake,
  writeExtract,
} from "#tabulation";
import { absentMunicipalities, type NamedParticipant } from "./absent-municipalities.ts";
import { type Area, areasOf, givenAreas, type ParticipatingMunicipality } from "./areas.ts";
import { type AuditOrder, auditTables } from "./audit-tables.ts";
import { chooseDeliveries, type ReleaseAim } from "./choose-deliveries.ts";
import { countRelease, tablesOfCells, tellsAnything } from "./count-release.ts";
import { describeRelease } from "./describe-release.ts";
import type { ReplacedDelivery } from "./latest-deliveries.ts";
import { numbersBeside } from "./numbers-beside.ts";
import { type PlaceInLedger, placeInLedger } from "./place-in-ledger.ts";
import { earlierTold } from "./protected-cells.ts";
import type { AbsentMunicipality, ReleaseDocument } from "./release-document.ts";
import { isTaken, writeReleaseFolder } from "./release-folder.ts";
import { releaseTexts } from "./release-texts.ts";
import { tablesFormat, type UnauditedTables } from "./tables/release-tables.ts";
import { tellTables } from "./tables/tell-tables.ts";
import { type TakingIn, takeIn } from "./take-in.ts";

export type Compilation = TakingIn & {
  /** Packages, and plain lines of what is invented. */
  readonly deliveries: readonly DeliveryFile[];
  /** What opens packages, and whose are believed; left out: none can be opened. */
  readonly receiving?: Receiving | undefined;
  /** A folder that does not exist yet. */
  readonly out: string;
  /** Of fewer municipalities nothing is published: one alone is no nation, and of two each knows both. */
  readonly leastParticipants: number;
  readonly threads?: number | undefined;
  /** Areas that somebody has decided, as they were read, and from where; else counties make them. */
  readonly areas?: { readonly list: unknown; readonly at: string } | undefined;
  /** All who take part, so that the release can name those who are not in it; left out: nobody is named. */
  readonly participants?: readonly NamedParticipant[] | undefined;
  /** Of a round that still runs: the nation alone. */
  readonly isInterim?: boolean | undefined;
  /** The ledger's file; left out: beside the release. */
  readonly ledger?: string | undefined;
  /** When it was made stands in the ledger, and nowhere in the release. */
  readonly clock: Clock;
  readonly protecting?: ((safe: number, of: number) => void) | undefined;
  readonly auditing?: AuditOrder["auditing"];
  /**
   * Asked for once there is something to stop in good order, and something to put away. Until then
   * nothing is written, and the process may simply end.
   */
  readonly untilCancelled?: (() => AbortSignal) | undefined;
};

export type CompiledRelease = {
  readonly document: ReleaseDocument;
  readonly tables: UnauditedTables;
  readonly verdict: string;
  /** All that was wrong with the deliveries that were left out. */
  readonly skipped: readonly Problem[];
  /** Deliveries that a later one of the same municipality stands for. */
  readonly replaced: readonly ReplacedDelivery[];
};

/**
 * From deliveries to a release: checks and counts all of them, protects what is told of the nation, the
 * areas and the municipalities, attacks it, and writes the folder when nothing could be found.
 * The order and the names of the files do not matter; of one municipality's deliveries the latest counts.
 * Refused, and nothing written, when one delivery cannot be used (unless they are to be skipped), when none
 * can, when the folder is taken, when the ledger forbids it, when it cannot be protected or, being final,
 * would tell nothing, when the audit fails or is cancelled.
 */
export async function compileRelease(order: Compilation): Promise<Outcome<CompiledRelease>> {
  const { deliveries, out, codebooks, skipInvalid, threads } = order;
  if (await isTaken(out)) return refused(problem("release-exists", out));
  const chosen = await chooseDeliveries(deliveries, codebooks, order.receiving);
  const codebook = chosen.aim && codebookOf(chosen.aim, codebooks);
  if (!chosen.aim || !codebook)
    return refusedWith(chosen.deliveries.flatMap(({ problems }) => problems));

  const place = await placeInLedger(chosen.aim, { ...order, counts: codebook.counts });
  if (place.kind === "refused") return place;

  const scope = { kind: "nation", round: chosen.aim.round.id } as const;
  const specifications = nationSpecifications(codebook);
  const intake = await openExtractIntake({ codebook, scope, specifications, threads });
  const taken = await takeIn(chosen.deliveries, chosen.aim, intake, order).catch(closing(intake));
  const { participants, problems } = taken;
  const isStopped = participants.length === 0 || (problems.length > 0 && !skipInvalid);
  if (isStopped) {
    intake.close();
    return participants.length === 0 ? refusedWith(problems) : refused(...problems);
  }
  if (participants.length < order.leastParticipants) {
    intake.close();
    const details = { found: participants.length, least: order.leastParticipants };
    return refused(...problems, problem("release-too-few-participants", out, details));
  }
  const areas = areasFor(order, participants);
  if (areas.kind === "refused") {
    intake.close();
    return areas;
  }

  const extract = await intake.finish();
  try {
    const { aim, replaced } = chosen;
    const about = {
      aim,
      replaced,
      absent: order.participants
        ? absentMunicipalities(order.participants, chosen.deliveries, taken)
        : undefined,
      codebook,
      specifications,
      areas: areas.value,
      place: place.value,
    };
    return await publish({ ...taken, ...about }, extract, order);
  } finally {
    extract.close();
  }
}

type Publication = Awaited<ReturnType<typeof takeIn>> & {
  readonly aim: ReleaseAim;
  readonly replaced: readonly ReplacedDelivery[];
  readonly absent: readonly AbsentMunicipality[] | undefined;
  readonly codebook: Codebook;
  readonly specifications: ReturnType<typeof nationSpecifications>;
  readonly areas: readonly Area[];
  readonly place: PlaceInLedger;
};

/** Counts, protects, attacks and writes. */
async function publish(
  publication: Publication,
  extract: Extract,
  order: Compilation,
): Promise<Outcome<CompiledRelease>> {
  const { aim, codebook, specifications, areas, place, participants, missing, absent } =
    publication;
  const { delivered } = publication;
  const { out, threads, auditing } = order;
  const {
    kind,
    round: { cutOff: _, ...round },
  } = aim;
  const counted = await countRelease(extract, {
    codebook,
    specifications,
    participants,
    delivered,
    areas,
    earlier: place.earlier,
    protecting: order.protecting,
  });
  if (counted.kind === "refused") return counted;
  const release = counted.value;
  // There is one final release of a round, and it cannot be taken back.
  if (!order.isInterim && !tellsAnything(release)) {
    return refused(problem("release-tells-nothing", out, { round: round.id }));
  }
  const told = { set: release.counted.set, shown: release.shown };
  const tables = tellTables({ kind, round, codebook, specifications }, told);
  const safeTables = tablesOfCells(release);
  const document = describeRelease(
    { kind, round, codebook, missing, absent, municipalities: participants.length },
    release.tables.filter(({ scope }) => scope.kind === "nation"),
  );

  const places = new Map(tables.cells.map(({ id }, at) => [id, at]));
  const beside = numbersBeside(document, safeTables, (id) => places.get(id));
  if (beside.kind === "refused") return beside;
  const earlier = earlierTold(told, place.earlier);
  const signal = order.untilCancelled?.();
  const kept = { ...release.counted, earlier };
  const audited = await auditTables(tables, kept, beside.value, { threads, signal, auditing });
  if (audited.kind === "refused") return audited;
  const { verdict } = audited.value;
  if (!verdict.passed) {
    const { sv, en } = verdict.words;
    return refused(problem("audit-failed", out, { verdict: sv, inEnglish: en }));
  }

  const written = await writeReleaseFolder(out, {
    manifest: {
      format: tablesFormat,
      kind,
      codebook: aim.codebook,
      ...(codebook.counts ? { counts: codebook.counts } : {}),
      round: aim.round,
      publication: place.publication,
      follows: place.follows,
      participants: [...participants],
      areas: areas.map((area) => ({ ...area, municipalities: [...area.municipalities] })),
      missing: [...missing],
      specifications: JSON.parse(JSON.stringify(specifications)),
    },
    files: releaseTexts({
      ...{ codebook, document, tables, safeTables, release, earlier, delivered },
      audited: audited.value,
    }),
    writePrivate: async (folder) => (await writeExtract(extract, folder)).contentHash,
    enter: (hash, giveItsPlace) => place.enter(hash, release, giveItsPlace),
    signal,
  });
  if (written.kind === "refused") return written;
  const { problems: skipped, replaced } = publication;
  return done({ document, tables, verdict: verdict.words.en, skipped, replaced });
}

function areasFor(
  { areas, isInterim }: Compilation,
  participants: readonly ParticipatingMunicipality[],
): Outcome<readonly Area[]> {
  if (areas) {
    const given = givenAreas(areas.list, participants, areas.at);
    return given.kind === "done" && isInterim ? done([]) : given;
  }
  return done(isInterim ? [] : areasOf(participants));
}

function codebookOf(
  { codebook }: ReleaseAim,
  codebooks: readonly Codebook[],
): Codebook | undefined {
  return codebooks.find(({ id, version }) => id === codebook.id && version === codebook.version);
}

function refusedWith(problems: readonly Problem[]): Outcome<never> {
  return refused(...problems, problem("release-nothing-to-compile"));
}

function closing(intake: ExtractIntake): (reason: unknown) => never {
  return (reason) => {
    intake.close();
    throw reason;
  };
}
