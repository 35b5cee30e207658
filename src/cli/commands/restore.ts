import { readEnvironment } from "#server";
import { restoreBackup } from "#store";
import { contentInWords, longStep, readIdentity } from "../backup-files.ts";
import { fail } from "../fail.ts";
import { filesFolder, storePlace } from "../open-store.ts";
import { readBackupWish } from "../read-backup-wish.ts";

/**
 * Puts a backup into an empty folder or database. Ends with exit code 1 also where a log does not hold:
 * it is restored then, as it was.
 */
export async function restore(words: readonly string[]): Promise<void> {
  const wish = readBackupWish("restore", words);
  if (typeof wish === "string") return fail([wish]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const identity = await readIdentity(wish.identity);
  if (identity.kind === "refused") return fail(identity.problems);
  const { end, ...step } = longStep();
  const restored = await restoreBackup({
    ...step,
    file: wish.file,
    identities: [identity.value],
    place: storePlace(environment.value),
    files: filesFolder(environment.value),
    kind: wish.kind,
  });
  end();
  if (restored.kind === "refused") return fail(restored.problems);
  const { at, sha256, brokenChains } = restored.value;
  const told = wish.isJson
    ? JSON.stringify({ file: wish.file, ...restored.value })
    : `Restored as it was ${at}: ${contentInWords(restored.value)}, read back and the same.\n` +
      `SHA-256 of the content ${sha256}`;
  process.stdout.write(`${told}\n`);
  if (brokenChains.length > 0) {
    fail([
      `The log does not hold in ${brokenChains.join(", ")}: something in it has been changed.`,
    ]);
  }
}
