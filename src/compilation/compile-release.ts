import type { Codebook } from "#codebook";
import { type DeliveryFile, type DeliveryHeading, readDelivery } from "#delivery";
import { protectNation, type SafeTable, writeSafeTable } from "#disclosure";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { type ExtractIntake, openExtractIntake, tabulate, writeExtract } from "#tabulation";
import {
  type ChosenDelivery,
  chooseDeliveries,
  isOf,
  type ReleaseAim,
} from "./choose-deliveries.ts";
import { describeRelease } from "./describe-release.ts";
import { missingReason } from "./missing-reason.ts";
import { nationSpecifications } from "./nation-specifications.ts";
import type { MissingDelivery, ReleaseDocument } from "./release-document.ts";
import { isTaken, writeReleaseFolder } from "./release-folder.ts";
import { releaseFiles } from "./release-manifest.ts";

export type Compilation = {
  readonly deliveries: readonly DeliveryFile[];
  /** A folder that does not exist yet. */
  readonly out: string;
  readonly codebooks: readonly Codebook[];
  /** Compiles the deliveries that can be used, and tells which are missing. */
  readonly skipInvalid: boolean;
  /** Of fewer municipalities nothing is published: one alone is no nation, and of two each knows both. */
  readonly leastParticipants: number;
  readonly threads?: number | undefined;
  /** After each file: how many of them all have been read. */
  readonly progress?: ((read: number, of: number) => void) | undefined;
};

export type CompiledRelease = {
  readonly document: ReleaseDocument;
  /** All that was wrong with the deliveries that were left out. */
  readonly skipped: readonly Problem[];
};

/**
 * From deliveries to a release: checks and counts all of them, protects the tables, writes the folder.
 * The order and the names of the files do not matter. Refused, and nothing written, when one delivery
 * cannot be used (unless they are to be skipped), when none can, or when the folder is taken.
 */
export async function compileRelease(order: Compilation): Promise<Outcome<CompiledRelease>> {
  const { deliveries, out, codebooks, skipInvalid, threads } = order;
  if (await isTaken(out)) return refused(problem("release-exists", out));
  const chosen = await chooseDeliveries(deliveries, codebooks);
  const codebook = chosen.aim && codebookOf(chosen.aim, codebooks);
  if (!chosen.aim || !codebook)
    return refusedWith(chosen.deliveries.flatMap(({ problems }) => problems));

  const scope = { kind: "nation", round: chosen.aim.round.id } as const;
  const specifications = nationSpecifications(codebook);
  const intake = await openExtractIntake({ codebook, scope, specifications, threads });
  const taken = await takeIn(chosen.deliveries, chosen.aim, intake, order).catch(closing(intake));
  const { participants, missing, problems } = taken;
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

  const extract = await intake.finish();
  try {
    const tables = protectNation(await tabulate(extract, specifications), codebook);
    const { kind, round } = chosen.aim;
    const { cutOff: _, ...days } = round;
    const subject = { kind, round: days, codebook, missing, municipalities: participants.length };
    const document = describeRelease(subject, tables);
    const written = await writeReleaseFolder(out, {
      manifest: {
        format: document.format,
        kind,
        codebook: chosen.aim.codebook,
        round,
        participants: [...participants],
        missing: [...missing],
        specifications: JSON.parse(JSON.stringify(specifications)),
      },
      files: {
        [releaseFiles.codebook]: codebook,
        [releaseFiles.document]: document,
        [releaseFiles.safeTables]: tables.map(writtenTable),
      },
      writePrivate: async (folder) => (await writeExtract(extract, folder)).contentHash,
    });
    return written.kind === "done" ? done({ document, skipped: problems }) : written;
  } finally {
    extract.close();
  }
}

type TakenIn = {
  readonly participants: readonly DeliveryHeading["municipality"][];
  readonly missing: readonly MissingDelivery[];
  readonly problems: readonly Problem[];
};

/** One delivery after another: no more than one is held at a time. */
async function takeIn(
  deliveries: readonly ChosenDelivery[],
  aim: ReleaseAim,
  intake: ExtractIntake,
  { codebooks, skipInvalid, progress }: Compilation,
): Promise<TakenIn> {
  const participants: DeliveryHeading["municipality"][] = [];
  const missing: MissingDelivery[] = [];
  const problems: Problem[] = [];
  for (const [index, { file, heading, problems: known }] of deliveries.entries()) {
    const outcome = heading ? await readDelivery(file, codebooks) : refused();
    const found = [...known, ...(outcome.kind === "refused" ? outcome.problems : [])];
    if (outcome.kind === "done" && !(heading && isSame(outcome.value.heading, heading, aim))) {
      found.push(problem("file-unreadable", file.name, { reason: "changed while it was read" }));
    }
    if (outcome.kind === "done" && found.length === 0) {
      participants.push(outcome.value.heading.municipality);
      // After a refusal nothing will be written: the others are read for their faults alone.
      if (problems.length === 0 || skipInvalid) {
        for (const counted of outcome.value.cases) intake.add(counted);
      }
    } else {
      problems.push(...found);
      missing.push({ file: file.name, reason: missingReason(found) });
    }
    progress?.(index + 1, deliveries.length);
  }
  missing.sort((one, other) => (one.file < other.file ? -1 : 1));
  return { participants, missing, problems };
}

/** Between choosing and counting somebody may have put another file in its place. */
function isSame(now: DeliveryHeading, before: DeliveryHeading, aim: ReleaseAim): boolean {
  return isOf(now, aim) === isOf(before, aim) && now.municipality.code === before.municipality.code;
}

function writtenTable(table: SafeTable) {
  return { specification: table.specification.id, written: writeSafeTable(table) };
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
