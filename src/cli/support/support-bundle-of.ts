import { release } from "node:os";
import type { Instant } from "#kernel";
import { readLogLine } from "#server";
import type { Examination } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { stateOf } from "../doctor/told-finding.ts";
import { programVersion } from "../program-version.ts";

/** Of these it is told whether they are set, and of none what they say. */
const settings = [
  "PORT",
  "SKILLNAD_DATA",
  "SKILLNAD_FILES",
  "SKILLNAD_RELEASE",
  "SKILLNAD_ORIGIN",
  "SKILLNAD_TLS_CERT",
  "SKILLNAD_TLS_KEY",
  "SKILLNAD_LEAVE_TO",
  "SKILLNAD_LOG",
  "SKILLNAD_METRICS_TOKEN",
  "DATABASE_URL",
] as const;

/** Texts that are ours or PostgreSQL's own, so that they cannot name anybody. */
const tellableTexts = ["version", "kind", "found", "now", "later", "last", "mode", "wanted"];

/**
 * What somebody who helps needs to know. Everything in it is chosen by name: what is not named here
 * does not come along, whatever it is.
 */
export function supportBundleOf(
  { findings, inspection }: Examination,
  given: {
    readonly variables: { readonly [name: string]: string | undefined };
    readonly at: Instant;
    readonly log: readonly string[];
  },
) {
  return {
    format: "skillnad-support/1",
    at: given.at,
    versions: {
      skillnad: programVersion(),
      node: process.versions.node,
      postgresql: inspection?.version ?? null,
      system: `${process.platform} ${process.arch} ${release()}`,
    },
    settings: Object.fromEntries(
      settings.map((name) => [name, given.variables[name] ? "set" : "not set"]),
    ),
    doctor: findings.map((each) => ({
      code: each.code,
      state: stateOf(each),
      values: tellable(each),
    })),
    migrations: inspection?.migrations ?? null,
    // Three cases in a small unit are three people: only the size is told.
    rowsInTens: Object.fromEntries(
      Object.entries(inspection?.rows ?? {}).map(([table, rows]) => [table, inTens(rows)]),
    ),
    // Read and written anew, so that a line of something else, or a word too many, stays out.
    log: given.log.flatMap((line) => readLogLine(line) ?? []),
  };
}

/** Folders, hosts and sentences of others may name the municipality, or a person's home. */
function tellable({ values }: Finding) {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => typeof value === "number" || tellableTexts.includes(name),
    ),
  );
}

function inTens(rows: number): number {
  return Math.ceil(rows / 10) * 10;
}
