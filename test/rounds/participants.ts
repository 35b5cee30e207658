import { createHash } from "node:crypto";
import {
  type DeliveryFile,
  type DeliveryHeading,
  generateReceivingKey,
  generateSigningKey,
  packDelivery,
  type Receiving,
  withdrawRound,
} from "#delivery";
import { municipalityCode } from "#kernel";
import { fileOf } from "../conformance/the-kit.ts";

/** The heading, and the lines of the cases or tables. */
export type Lines = { readonly heading: DeliveryHeading; readonly rest: readonly string[] };

export function linesOf(text: string): Lines {
  const [heading = "", ...rest] = text.trimEnd().split("\n").slice(0, -1);
  return { heading: JSON.parse(heading), rest };
}

/** With an end that fits. */
export function textOf({ heading, rest }: Lines): string {
  const text = [JSON.stringify(heading), ...rest].map((line) => `${line}\n`).join("");
  const hash = createHash("sha256").update(text).digest("hex");
  return `${text}${JSON.stringify({ end: { cases: rest.length, hash } })}\n`;
}

export function withdrawalOf({ heading }: Lines): string {
  return withdrawRound(heading)
    .map((line) => `${line}\n`)
    .join("");
}

/** A municipality that there is no delivery of in the kit, with the cases of another. */
export function asAnother({ heading, rest }: Lines, code: string, name: string): Lines {
  const municipality = { code: municipalityCode(code), name, county: "91" };
  return { heading: { ...heading, municipality, sequence: 1 }, rest };
}

export type Round = {
  /** For whoever compiles: what opens packages, and whose signatures are believed. */
  readonly receiving: Receiving;
  /** Seals and signs a delivery with the municipality's own key. */
  readonly sent: (code: string, name: string, text: string) => Promise<DeliveryFile>;
};

/** The keys of a round: one for whoever compiles, and one for each that takes part. */
export async function aRound(codes: readonly string[]): Promise<Round> {
  const own = await generateReceivingKey();
  const keys = new Map(codes.map((code) => [code, generateSigningKey(municipalityCode(code))]));
  return {
    receiving: {
      identities: [own],
      senders: [...keys.values()].map((key) => ({
        municipality: key.municipality,
        key: key.public,
      })),
    },
    async sent(code, name, text) {
      const signingKey = keys.get(code);
      if (!signingKey) throw new Error(`${code} takes no part`);
      const delivery = fileOf(name, text);
      const pieces = packDelivery(delivery, { signingKey, receivers: [own.public] });
      return fileOf(name, Buffer.concat(await Array.fromAsync(pieces)));
    },
  };
}
