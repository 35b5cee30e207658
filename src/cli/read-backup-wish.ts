import { parseArgs } from "node:util";
import type { StampKind } from "#store";

const options = {
  identity: { type: "string", multiple: true, default: [] as string[] },
  keys: { type: "string" },
  demo: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** What `restore` and `drill` are asked: which backup, opened with what. @returns a sentence where it lacks. */
export function readBackupWish(command: "restore" | "drill", words: readonly string[]) {
  const help = `Try: skillnad ${command} --help`;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return `Name one backup. ${help}`;
    const { identity: identities, keys: keyFile, demo, json: isJson } = values;
    if (identities.length === 0) return `--identity is needed. ${help}`;
    const kind: StampKind = demo ? "demo" : "real";
    return { file, identities, keyFile, kind, isJson };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
