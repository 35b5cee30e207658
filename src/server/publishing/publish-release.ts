import { readFileSync, rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type Draft,
  finishDraft,
  openRelease,
  publishDraft,
  type Release,
  readReleaseFolder,
  writeThrough,
} from "#compilation";
import { done, type Outcome, problem, refused } from "#kernel";
import type { MunicipalityTransaction, PublishedRelease } from "#store";
import type { Services } from "../services.ts";
import {
  ledgerOf,
  publishedName,
  type RoundKey,
  releaseFolder,
  workshopOf,
  workshopsFolder,
} from "./release-places.ts";

type Files = Pick<Services, "files">;
type Kept = Pick<Services, "files" | "store">;
type Line = Omit<PublishedRelease, "by"> & { readonly by: NonNullable<PublishedRelease["by"]> };

/** What is written down before a draft is published, so that whoever starts next can finish it. */
type Intent = { readonly receiver: RoundKey["receiver"]; readonly line: Line };

type Publication = Pick<Line, "isInterim" | "verdict" | "by" | "at"> & {
  /** Of the round from 1. */
  readonly number: number;
};

type PublishedNow = {
  readonly release: Release;
  /** To be done once the transaction is on the disk: nothing is left to finish. */
  readonly forget: () => void;
};

/**
 * In this order: the intent on the disk; the ledger and the place, both or neither; the line in the
 * database. Killed before the ledger was written, nothing has been published; killed at any later time, the
 * next start finds the intent and does the rest. Within the transaction of whoever publishes.
 */
export async function publishRelease(
  services: Files & Pick<Services, "clock">,
  tx: Pick<MunicipalityTransaction, "publishedReleases" | "rounds" | "audit">,
  key: RoundKey,
  { number, isInterim, verdict, by, at }: Publication,
): Promise<Outcome<PublishedNow>> {
  const workshop = workshopOf(services, key);
  const drafted = await readReleaseFolder(workshop.draft);
  if (drafted.kind === "refused") return refused(problem("release-draft-none"));
  const folder = publishedName(key, number);
  const sha256 = drafted.value.hash;
  const about = { round: key.round, publication: number, isInterim, folder, sha256 };
  const line: Line = { ...about, verdict, by, at };
  await writeThrough(workshop.intent, JSON.stringify({ receiver: key.receiver, line }));
  const published = await publishDraft(draftAt(services, key, folder), services.clock);
  if (published.kind === "refused") {
    await rm(workshop.intent, { force: true });
    return published;
  }
  await keepLine(tx, line);
  const release = await openRelease(releaseFolder(services, folder));
  if (release.kind === "refused") throw new Error(`${folder} cannot be opened`);
  return done({
    release: release.value,
    forget: () => rmSync(workshop.folder, { recursive: true, force: true }),
  });
}

function draftAt(services: Files, key: RoundKey, folder: string): Draft {
  const { draft, draftLedger } = workshopOf(services, key);
  const out = releaseFolder(services, folder);
  return { draft, draftLedger, out, ledger: ledgerOf(services, key.receiver) };
}

/** The line, that the round has ended where this was all of it, and the log. Once, however often it is asked. */
async function keepLine(
  tx: Pick<MunicipalityTransaction, "publishedReleases" | "rounds" | "audit">,
  line: Line,
): Promise<void> {
  const { round, publication, isInterim, sha256, by: account, at } = line;
  const kept = await tx.publishedReleases.insert(line);
  if (kept.kind === "taken") return;
  const found = await tx.rounds.find(round);
  if (!isInterim && found?.endedAt === null) await tx.rounds.end(round, at);
  const details = { round, publication, isInterim, sha256 };
  tx.audit.append({ at, account, action: "release.published", details });
}

/**
 * At the start, before anybody asks for anything: what was being published when the program ended is
 * published or is not, and nothing else of what was being compiled is left.
 */
export async function finishPublications(
  services: Kept & Pick<Services, "telemetry">,
): Promise<void> {
  const folder = workshopsFolder(services);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    try {
      await finishPublication(services, join(folder, name, "publishing.json"));
    } catch (reason) {
      // A ledger that cannot be read says neither yes nor no: the draft waits until it can.
      services.telemetry.failed(reason);
      continue;
    }
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** @returns whether there was one to be finished, and it is published now. */
export async function finishPublication(services: Kept, path: string): Promise<boolean> {
  const intent = readIntent(path);
  if (!intent) return false;
  const { receiver, line } = intent;
  const draft = draftAt(services, { receiver, round: line.round }, line.folder);
  const finished = await finishDraft(draft);
  if (finished.kind === "refused")
    throw new Error(`${line.folder} can neither be published nor not`);
  if (finished.value) await services.store.within(receiver, (tx) => keepLine(tx, line));
  return finished.value;
}

/** Cut off while it was written, it says nothing, and nothing came after it. */
function readIntent(path: string): Intent | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Intent;
  } catch {
    return undefined;
  }
}
