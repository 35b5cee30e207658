import { packDelivery, type RoundInvitation } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { Services } from "../services.ts";

/** The delivery as it was kept, signed by the municipality and sealed to the round's receiver. */
export async function sealDelivery(
  { keys }: Pick<Services, "keys">,
  municipality: MunicipalityCode,
  { receiver }: RoundInvitation,
  content: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(content);
  const delivery = {
    name: `${municipality}.jsonl`,
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const signingKey = await keys.signingKey(municipality);
  const packing = packDelivery(delivery, { signingKey, receivers: [receiver.key] });
  return Buffer.concat(await Array.fromAsync(packing));
}
