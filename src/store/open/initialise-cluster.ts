import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Clock,
  done,
  type Outcome,
  problem,
  type Randomness,
  randomId,
  refused,
} from "#kernel";
import type { DataFolder } from "./data-folder.ts";
import type { NativePostgres } from "./native-postgres.ts";
import { makeSecrets } from "./secrets.ts";
import type { ServerIdentity } from "./server-identity.ts";
import { renameDurably } from "./whole-file.ts";

export const superuserName = "postgres";

export type ClusterMaking = {
  readonly folder: DataFolder;
  readonly native: NativePostgres;
  readonly identity: ServerIdentity;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly isDurable: boolean;
};

/**
 * Makes the cluster where there is none. It is made under another name and moved into place when it
 * is whole, after the folder has got its stamp; what an interrupted start left is made anew.
 */
export async function initialiseCluster(making: ClusterMaking): Promise<Outcome<"new" | "known">> {
  const { folder, randomness } = making;
  if (existsSync(folder.cluster)) return done("known");
  removeUnfinished(folder.path);
  const { superuser } = makeSecrets(folder.path, randomness);
  const unfinished = join(folder.path, `postgres.new-${randomId(randomness).slice(0, 8)}`);
  const failure = await runInitdb(making, unfinished, superuser);
  if (failure !== undefined) {
    removeUnfinished(folder.path);
    const reason = `PostgreSQL could not be set up: ${failure}`;
    return refused(problem("data-folder-unusable", folder.path, { reason }));
  }
  folder.stamp(making.clock);
  renameDurably(unfinished, folder.cluster);
  return done("new");
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith("postgres.new-")) {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
  rmSync(join(folder, "secrets.json"), { force: true });
}

/** @returns why it failed, if it did. */
async function runInitdb(
  { folder, native, identity, isDurable }: ClusterMaking,
  into: string,
  superuserPassword: string,
): Promise<string | undefined> {
  const passwordFile = `${into}.password`;
  mkdirSync(into, { mode: 0o700 });
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (identity) {
    chownSync(into, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  const parameters = [
    `--pgdata=${into}`,
    `--username=${superuserName}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same order of texts on every machine; people's names are sorted where they are shown.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
    ...(isDurable ? [] : ["--no-sync"]),
  ];
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const initdb = spawn(native.program("initdb"), parameters, {
    cwd: folder.path,
    ...(native.environment ? { env: native.environment } : {}),
    ...identity,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  initdb.stderr.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  initdb.on("error", (error) => resolve(`${error.message}.`));
  initdb.on("close", (code) => resolve(code === 0 ? undefined : lastWords(complaint, code)));
  const failure = await promise;
  rmSync(passwordFile, { force: true });
  return failure;
}

function lastWords(complaint: string, code: number | null): string {
  const lines = complaint.trimEnd().split("\n");
  const telling = lines.findLast((line) => /\b(error|fatal|panic)\b/i.test(line)) ?? lines.at(-1);
  return telling ? `${telling}.` : `initdb ended with ${code}.`;
}
