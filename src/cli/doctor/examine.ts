import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, type Outcome, problemSentence, strongRandomness, systemClock } from "#kernel";
import { type Environment, readEnvironment } from "#server";
import { type Inspection, inspectStore } from "#store";
import { dataFolder, filesFolder } from "../open-store.ts";
import { type Finding, finding } from "./finding.ts";
import { lookAtNewestBackup } from "./look-at-backups.ts";
import { lookAtDatabase } from "./look-at-database.ts";
import { lookAtFolder, lookAtMemory, lookAtNode } from "./look-at-machine.ts";
import { lookAtOrigin, lookAtPort } from "./look-at-way-in.ts";

export type Examination = {
  readonly findings: readonly Finding[];
  readonly environment: Environment | undefined;
  readonly inspection: Inspection | undefined;
};

/** Every look that there is. Changes nothing; a folder that nobody serves is opened for a moment. */
export async function examine(
  variables: { readonly [name: string]: string | undefined },
  clock: Clock = systemClock,
): Promise<Examination> {
  const machine = [lookAtNode(process.versions.node), lookAtMemory()];
  const read = readEnvironment(variables);
  if (read.kind === "refused") {
    const wrong = read.problems.map((found) =>
      finding("settings-wrong", {
        sentence: problemSentence(found, "en"),
        svensk: problemSentence(found, "sv"),
      }),
    );
    return { findings: [...machine, ...wrong], environment: undefined, inspection: undefined };
  }
  const environment = read.value;
  const store = await lookAtStore(environment, clock);
  const findings = [
    ...machine,
    ...store.findings,
    await lookAtPort(environment),
    lookAtOrigin(environment, clock.now()),
    ...(await lookAtNewestBackup(filesFolder(environment), clock.now())),
  ];
  return { findings, environment, inspection: store.inspection };
}

async function lookAtStore(environment: Environment, clock: Clock) {
  const passedIn = { clock, randomness: strongRandomness };
  if (environment.store.kind === "server") {
    return lookInside([], await inspectStore(environment.store, passedIn), clock);
  }
  const folder = dataFolder(environment.store);
  const { findings, isStamped } = lookAtFolder(folder, readStamp);
  if (!isStamped) return { findings, inspection: undefined };
  const inspected = await inspectStore({ kind: "folder", folder }, passedIn);
  return lookInside(findings, inspected, clock);
}

function lookInside(before: readonly Finding[], inspected: Outcome<Inspection>, clock: Clock) {
  return {
    findings: [...before, ...lookAtDatabase(inspected, clock.now())],
    inspection: inspected.kind === "done" ? inspected.value : undefined,
  };
}

/** @throws the file system's errors but one, and for a stamp that cannot be read. */
function readStamp(folder: string): string | undefined {
  try {
    return String(JSON.parse(readFileSync(join(folder, "skillnad.json"), "utf8")).kind);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
