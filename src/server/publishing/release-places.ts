import { join } from "node:path";
import { ledgerBeside } from "#compilation";
import type { MunicipalityCode } from "#kernel";
import type { Services } from "../services.ts";

type Files = Pick<Services, "files">;

/** A round of a receiver. */
export type RoundKey = { readonly receiver: MunicipalityCode; readonly round: string };

function releasesFolder({ files }: Files): string {
  return join(files, "releases");
}

/** Where all that is being compiled lies; nothing in it is published. */
export function workshopsFolder({ files }: Files): string {
  return join(files, "compiling");
}

/** Of one round. A round's id begins with a letter or a digit and holds nothing that leads elsewhere. */
export function workshopOf(services: Files, { receiver, round }: RoundKey) {
  const folder = join(workshopsFolder(services), `${receiver}-${round}`);
  return {
    folder,
    packages: join(folder, "packages"),
    draft: join(folder, "draft", "release"),
    draftLedger: join(folder, "ledger.jsonl"),
    /** There from before a draft is published until the database knows of it. */
    intent: join(folder, "publishing.json"),
  };
}

/** As the database names it: below all releases. Each receiver has a ledger of its own beside its releases. */
export function publishedName({ receiver, round }: RoundKey, number: number): string {
  return `${receiver}/${round}-${number}`;
}

/** What came back lies apart: the ledger knows nothing of it. */
export function returnedName(
  municipality: MunicipalityCode,
  round: string,
  number: number,
): string {
  return `${municipality}/returned/${round}-${number}`;
}

export function releaseFolder(services: Files, name: string): string {
  return join(releasesFolder(services), ...name.split("/"));
}

export function ledgerOf(services: Files, receiver: MunicipalityCode): string {
  return ledgerBeside(join(releasesFolder(services), receiver, "any"));
}
