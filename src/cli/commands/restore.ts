import { readEnvironment } from "#server";
import { restoreBackup } from "#store";
import { contentInWords, longStep, readIdentities } from "../backup-files.ts";
import { counted } from "../counted.ts";
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
  const identities = await readIdentities(wish.identities);
  if (identities.kind === "refused") return fail(identities.problems);
  const { end, ...step } = longStep();
  const restored = await restoreBackup({
    ...step,
    file: wish.file,
    keyFile: wish.keyFile,
    identities: identities.value,
    place: storePlace(environment.value),
    files: filesFolder(environment.value),
    kind: wish.kind,
  });
  end();
  if (restored.kind === "refused") return fail(restored.problems);
  const { at, sha256, brokenChains, erasedCases } = restored.value;
  const told = wish.isJson
    ? JSON.stringify({ file: wish.file, ...restored.value })
    : `Restored as it was ${at}: ${contentInWords(restored.value)}, read back and the same.\n` +
      (erasedCases > 0
        ? `${counted(erasedCases, "erased case")} left out: nobody can read them.\n`
        : "") +
      `SHA-256 of the content ${sha256}`;
  process.stdout.write(`${told}\n`);
  if (brokenChains.length > 0) {
    fail([
      `The log does not hold in ${brokenChains.join(", ")}: something in it has been changed.`,
    ]);
  }
}
