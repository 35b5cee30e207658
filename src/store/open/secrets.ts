import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Randomness } from "#kernel";
import { writeWhole } from "./whole-file.ts";

/** Passwords of the embedded server's two roles that may sign in. Nobody has to know them. */
export type Secrets = { readonly superuser: string; readonly owner: string };

const fileName = "secrets.json";

/** New passwords for a new cluster, readable by its owner alone. */
export function makeSecrets(folder: string, randomness: Randomness): Secrets {
  function secret() {
    return Buffer.from(randomness.bytes(24)).toString("base64url");
  }
  const secrets = { superuser: secret(), owner: secret() };
  writeWhole(join(folder, fileName), `${JSON.stringify(secrets)}\n`, 0o600);
  return secrets;
}

export function readSecrets(folder: string): Secrets {
  return JSON.parse(readFileSync(join(folder, fileName), "utf8"));
}
