import { join } from "node:path";
import { effectiveCodebooks } from "#codebook";
import { compileRelease, openRelease, type Release } from "#compilation";
import { type DeliveryFile, firstRows } from "#delivery";
import { seededRandomness, systemClock } from "#kernel";
import type { Organisation, World } from "#scenario";
import { codebookShelf, deliverFromStore } from "#server";
import type { Store } from "#store";
import { madeOnce } from "../made-once.ts";

const codebooks = effectiveCodebooks();
const shelf = codebookShelf(codebooks);

/**
 * The release of what all municipalities of the world deliver from the store; interim: the nation alone.
 * It is compiled once in a run.
 * @param name of the world, which nothing else in a store is called.
 */
export async function compiledFrom(
  store: Store,
  { name, world }: { readonly name: string; readonly world: World },
  { isInterim = true }: { readonly isInterim?: boolean } = {},
): Promise<Release> {
  const kind = isInterim ? "interim" : "final";
  const folder = await madeOnce(`${name.replaceAll("_", "-")}-${kind}`, async (made) => {
    const compiled = await compileRelease({
      deliveries: await deliveriesOf(store, world),
      out: join(made, "release"),
      codebooks,
      skipInvalid: false,
      leastParticipants: 1,
      clock: systemClock,
      isInterim,
    });
    if (compiled.kind === "refused") throw new Error(JSON.stringify(compiled.problems));
  });
  const opened = await openRelease(join(folder, "release"));
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

async function deliveriesOf(
  store: Store,
  { organisations, round }: World,
): Promise<readonly DeliveryFile[]> {
  const municipalities = organisations.filter(({ kind }) => kind === "municipality");
  const deliveries: DeliveryFile[] = [];
  for (const each of municipalities) deliveries.push(await deliveryOf(store, each, round));
  return deliveries;
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
  const delivery = {
    ...firstRows,
    kind: "demo",
    municipality,
    round,
    codebook,
    randomness,
  } as const;
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
