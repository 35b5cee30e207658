import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import { compileRelease, openRelease, type Release } from "#compilation";
import type { DeliveryFile } from "#delivery";
import { seededRandomness, systemClock } from "#kernel";
import type { Organisation, World } from "#scenario";
import { codebookShelf, deliverFromStore } from "#server";
import type { Store } from "#store";

const codebooks = effectiveCodebooks();
const shelf = codebookShelf(codebooks);

/** The release of what all municipalities of the world deliver from the store; interim: the nation alone. */
export async function compiledFrom(
  store: Store,
  world: World,
  { isInterim = true }: { readonly isInterim?: boolean } = {},
): Promise<Release> {
  const municipalities = world.organisations.filter(({ kind }) => kind === "municipality");
  const deliveries: DeliveryFile[] = [];
  for (const each of municipalities) deliveries.push(await deliveryOf(store, each, world.round));
  const folder = await mkdtemp(join(tmpdir(), "skillnad-compiled-"));
  try {
    const out = join(folder, "release");
    const compiled = await compileRelease({
      deliveries,
      out,
      codebooks,
      skipInvalid: false,
      leastParticipants: 1,
      clock: systemClock,
      isInterim,
    });
    if (compiled.kind === "refused") throw new Error(JSON.stringify(compiled.problems));
    const opened = await openRelease(out);
    if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
    return opened.value;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function deliveryOf(
  store: Store,
  { code, name, county }: Organisation,
  round: World["round"],
): Promise<DeliveryFile> {
  if (county === null) throw new Error(`${name} has no county`);
  const codebook = shelf.of(code);
  const municipality = { code, name, county };
  const randomness = seededRandomness(Number(code));
  const delivery = { kind: "demo", municipality, round, codebook, randomness } as const;
  const lines = await Array.fromAsync(deliverFromStore(store, delivery));
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  return {
    name: `${code}.jsonl`,
    bytes: text.length,
    async *open() {
      yield text;
    },
  };
}
