import { parseArgs } from "node:util";
import { packDelivery, parseSigningKey, readDelivery, type SigningKey } from "#delivery";
import { type Outcome, problem } from "#kernel";
import { roundCodebooks } from "#screening";
import { readReceivers } from "../backup-files.ts";
import { counted } from "../counted.ts";
import { deliveryFileAt } from "../delivery-files.ts";
import { fail } from "../fail.ts";
import { readText } from "../read-text.ts";
import { writeNewFile } from "../write-new-file.ts";

const options = {
  key: { type: "string" },
  to: { type: "string", multiple: true, default: [] as string[] },
  out: { type: "string" },
} as const;

/** Makes a package of a delivery, after the checks that its receiver makes. */
export async function seal(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const signingKey = await readSigningKey(wish.key);
  if (signingKey.kind === "refused") return fail(signingKey.problems);
  const receivers = await readReceivers(wish.to);
  if (receivers.kind === "refused") return fail(receivers.problems);
  const file = await deliveryFileAt(wish.file);
  if (file.kind === "refused") return fail(file.problems);
  const delivery = await readDelivery(file.value, roundCodebooks());
  if (delivery.kind === "refused") return fail(delivery.problems);

  const { code } = delivery.value.heading.municipality;
  const { municipality } = signingKey.value;
  if (code !== municipality) {
    return fail([
      problem("package-other-municipality", wish.file, { key: municipality, found: code }),
    ]);
  }
  const order = { signingKey: signingKey.value, receivers: receivers.value };
  const written = await writeNewFile(wish.out, packDelivery(file.value, order), 0o600);
  if (written.kind === "refused") return fail(written.problems);
  const lines = delivery.value.heading.level === "counts" ? "table" : "case";
  const content = counted(delivery.value.count, lines);
  process.stdout.write(`${wish.out}: ${content} of ${municipality}, signed and sealed.\n`);
}

async function readSigningKey(path: string): Promise<Outcome<SigningKey>> {
  const text = await readText(path);
  return text.kind === "done" ? parseSigningKey(text.value, path) : text;
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad seal --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return `Name one delivery. ${help}`;
    const { key, to, out } = values;
    if (!key || to.length === 0 || !out) return `--key, --to and --out are needed. ${help}`;
    return { file, key, to, out };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
