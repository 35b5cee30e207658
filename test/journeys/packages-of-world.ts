import { effectiveCodebooks } from "#codebook";
import {
  firstRows,
  generateSigningKey,
  packDelivery,
  publicKeyText,
  type RoundInvitation,
} from "#delivery";
import { addDays, municipalityCode, seededRandomness } from "#kernel";
import type { Organisation, World } from "#scenario";
import { codebookShelf, deliverFromStore } from "#server";
import type { Store } from "#store";

const shelf = codebookShelf(effectiveCodebooks());

/** What a municipality sends to a receiver: its key, as it is given away, and the sealed bytes. */
export type GivenPackage = {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly key: string;
  readonly bytes: Buffer<ArrayBuffer>;
};

/** Every municipality of the world delivers to a round; in the order of the world. */
export async function packagesOf(
  store: Store,
  { organisations }: World,
  invitation: RoundInvitation,
): Promise<readonly GivenPackage[]> {
  const made: GivenPackage[] = [];
  for (const each of organisations) {
    const { kind, county } = each;
    if (kind !== "municipality" || county === null) continue;
    made.push(await packageOf(store, { ...each, county }, invitation));
  }
  return made;
}

async function packageOf(
  store: Store,
  { code, name, county }: Organisation & { readonly county: string },
  invitation: RoundInvitation,
): Promise<GivenPackage> {
  const { id, from, through, cutOff } = invitation.round;
  const lines: string[] = [];
  for await (const line of deliverFromStore(store, {
    ...firstRows,
    kind: invitation.kind,
    municipality: { code, name, county },
    round: { id, period: { from, until: addDays(through, 1) }, cutOff },
    codebook: shelf.of(code),
    randomness: seededRandomness(Number(code)),
  })) {
    lines.push(`${line}\n`);
  }
  const text = lines.join("");
  const open = async function* () {
    yield Buffer.from(text);
  };
  const signingKey = generateSigningKey(municipalityCode(code));
  const order = { signingKey, receivers: [invitation.receiver.key] };
  const pieces: Uint8Array[] = [];
  for await (const piece of packDelivery({ name, bytes: Buffer.byteLength(text), open }, order))
    pieces.push(piece);
  return { code, name, county, key: publicKeyText(signingKey), bytes: Buffer.concat(pieces) };
}
