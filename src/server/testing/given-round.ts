import { effectiveCodebook } from "#codebook";
import {
  type DeliveryOfRound,
  deliverRound,
  firstRows,
  generateSigningKey,
  packDelivery,
  publicKeyText,
  type SigningKey,
} from "#delivery";
import { addDays, instant, isoDate, municipalityCode, type Round, seededRandomness } from "#kernel";
import { givenMunicipality } from "#scenario";
import type { ReceiptView } from "../wire-of-deliveries.ts";
import type { RoundView } from "../wire-of-rounds.ts";
import type { GivenApp, SignedIn } from "./given-app.ts";
import { bodyOf } from "./given-team.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");

/** All that the stories of these tests tell happened in it. */
export const roundFields = {
  id: "2023-2026",
  name: "Uppföljningen 2023–2026",
  from: isoDate("2023-01-01"),
  through: isoDate("2026-12-31"),
  cutOff: instant("2027-01-31T12:00:00Z"),
  codebook: { id: codebook?.id ?? "", version: codebook?.version ?? "" },
  level: "rows",
  interimDays: [isoDate("2026-06-30")],
  legalBasis: "10 kap. 28 § offentlighets- och sekretesslagen.",
  purpose: "Nationell uppföljning av stödet till våldsutsatta vuxna.",
} as const;

const { id, from, through, cutOff } = roundFields;
export const deliveredRound: Round = { id, period: { from, until: addDays(through, 1) }, cutOff };

/** Of a municipality with so many cases, as text. */
export async function deliveryText(
  code: string,
  changes: Partial<DeliveryOfRound> = {},
  cases = 6,
): Promise<string> {
  if (!codebook) throw new Error("the library has no codebook");
  const municipality = municipalityCode(code);
  const story = givenMunicipality(municipality).withUnit("Familjefrid").withWorker("Anna");
  const played = [...story.withCases(cases).organisation.cases].map(({ record, response }) => ({
    record,
    clientAnswers: response?.response.answers,
  }));
  const lines = deliverRound({
    ...firstRows,
    kind: "demo",
    municipality: { code: municipality, name: `Kommun ${code}`, county: "91" },
    round: deliveredRound,
    codebook,
    cases: played,
    randomness: seededRandomness(5),
    ...changes,
  });
  return (await Array.fromAsync(lines, (line) => `${line}\n`)).join("");
}

export async function packed(
  text: string | Uint8Array,
  signingKey: SigningKey,
  receiver: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(text);
  const delivery = {
    name: "leverans",
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  return Buffer.concat(
    await Array.fromAsync(packDelivery(delivery, { signingKey, receivers: [receiver] })),
  );
}

/** A nation with a round and some who take part, over the routes. */
export type GivenRound = {
  readonly analyst: SignedIn;
  readonly path: string;
  readonly keys: ReadonlyMap<string, SigningKey>;
  readonly view: () => Promise<RoundView>;
  /** What a municipality sends, packed for the nation; the receipt. */
  readonly send: (code: string, text: string) => Promise<ReceiptView>;
  /** Bytes as they are. */
  readonly post: (bytes: Uint8Array<ArrayBuffer> | string, to?: string) => Promise<Response>;
  readonly receiver: () => Promise<string>;
};

export async function givenRound(
  given: GivenApp,
  participants: readonly string[] = ["9001", "9002"],
  fields: Partial<Record<keyof typeof roundFields, unknown>> = {},
): Promise<GivenRound> {
  const analyst = await given.givenPerson({
    name: "Hedvig",
    municipality: "0000",
    role: "nationalAnalyst",
  });
  const wished = { ...roundFields, ...fields };
  const path = `/api/rounds/${wished.id}`;
  await bodyOf(await analyst.request("POST /api/rounds", wished));
  const named = participants.map((code) => ({ code, name: `Kommun ${code}`, county: "91" }));
  await bodyOf(await analyst.request(`POST ${path}/participants`, { participants: named }));
  const keys = new Map<string, SigningKey>();
  for (const code of participants) {
    const key = generateSigningKey(municipalityCode(code));
    keys.set(code, key);
    const change = { keys: [publicKeyText(key)], hasLeft: false };
    await bodyOf(await analyst.request(`PUT ${path}/participants/${code}`, change));
  }
  const receiver = async () =>
    (await given.services.keys.receivingKey(municipalityCode("0000"))).public;
  const post: GivenRound["post"] = async (bytes, to = `0000/${wished.id}`) =>
    given.app.request(`http://127.0.0.1:3210/api/intake/${to}/deliveries`, {
      method: "POST",
      body: bytes,
    });
  return {
    analyst,
    path,
    keys,
    view: async () => bodyOf<RoundView>(await analyst.request(`GET ${path}`)),
    post,
    receiver,
    async send(code, text) {
      const key = keys.get(code);
      if (!key) throw new Error(`${code} takes no part`);
      return bodyOf<ReceiptView>(await post(await packed(text, key, await receiver())));
    },
  };
}

/** A package from a person's own stick. */
export function byHand(
  { app }: GivenApp,
  { cookie }: SignedIn,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Response | Promise<Response> {
  return app.request(`http://127.0.0.1:3210${path}/deliveries`, {
    method: "POST",
    headers: { Origin: "http://127.0.0.1:3210", Cookie: cookie },
    body: bytes,
  });
}
