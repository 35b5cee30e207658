import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { effectiveCodebook } from "#codebook";
import {
  deliverRound,
  firstRows,
  generateSigningKey,
  packDelivery,
  publicKeyText,
  type SigningKey,
} from "#delivery";
import {
  accountId,
  addHours,
  instant,
  isoDate,
  municipalityCode,
  type Round,
  seededRandomness,
  strongRandomness,
  systemClock,
} from "#kernel";
import { givenMunicipality } from "#scenario";
import { startServer } from "#server";
import { openEmbedded } from "#store";
import { atEnd } from "./tidying.ts";

const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2099-01-31T12:00:00Z"),
};
const codebook = effectiveCodebook("su-kvinnofrid-2021");
const nation = municipalityCode("0000");

/** A nation's server with a round, over the network of this machine, as municipalities meet it. */
export async function openIntake(folder: string, codes: readonly string[]) {
  if (!codebook) throw new Error("the library has no codebook");
  const passedIn = { clock: systemClock, randomness: strongRandomness } as const;
  const opened = await openEmbedded({ folder: join(folder, "data"), kind: "demo", ...passedIn });
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  const closeStore = atEnd(store.close);
  const started = await startServer({
    store,
    ...passedIn,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    demoAccounts: [],
    files: join(folder, "files"),
    release: null,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  const { address, close } = started.value;
  const cookie = await analystIn(store);

  async function ask(route: string, body?: unknown): Promise<Response> {
    const [method = "", path = ""] = route.split(" ");
    const headers = { Origin: address, Cookie: cookie, "Content-Type": "application/json" };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${address}${path}`, { method, headers, ...sent });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return response;
  }
  const { id, cutOff } = round;
  const { id: name, version } = codebook;
  const wish = { id, name: id, from: "2023-01-01", through: "2026-12-31", cutOff };
  const words = { interimDays: [], legalBasis: "Bänk.", purpose: "Bänk." };
  const asked = { ...wish, codebook: { id: name, version }, level: "rows", ...words };
  await ask("POST /api/rounds", asked);
  const participants = codes.map((code) => ({ code, name: `Kommun ${code}`, county: "91" }));
  await ask(`POST /api/rounds/${id}/participants`, { participants });
  const invitation = await (await ask(`GET /api/rounds/${id}/invitation`)).json();
  const receiver = (invitation as { readonly receiver: { readonly key: string } }).receiver.key;
  const to = `${address}/api/intake/${nation}/${id}/deliveries`;
  return {
    receiver,
    /** Where packages are sent to. */
    address: to,
    believe: (key: SigningKey) =>
      ask(`PUT /api/rounds/${id}/participants/${key.municipality}`, {
        keys: [publicKeyText(key)],
        hasLeft: false,
      }),
    /** @returns the state that the receipt tells. */
    async send(body: Uint8Array<ArrayBuffer>): Promise<string> {
      const response = await fetch(to, { method: "POST", body });
      const told = (await response.json()) as { readonly state?: string };
      return told.state ?? JSON.stringify(told);
    },
    async close() {
      await close();
      await closeStore();
    },
  };
}

async function analystIn(store: { readonly within: OpenedStore["within"] }): Promise<string> {
  const account = accountId("bench");
  const token = newSessionToken(nation, strongRandomness);
  const at = systemClock.now();
  await store.within(nation, async (tx) => {
    await tx.municipality.register({ kind: "nation", name: "Riket", county: null });
    await tx.accounts.insert({
      id: account,
      signInName: account,
      displayName: "Bench",
      passwordHash: null,
      createdAt: at,
      disabledAt: null,
      grants: [{ role: "nationalAnalyst", unit: null }],
    });
    await tx.sessions.insert({
      tokenHash: hashSessionSecret(token.secret),
      account,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: addHours(at, 8),
      revokedAt: null,
    });
  });
  return `skillnad-demo=${writeSessionToken(token)}`;
}

type OpenedStore = Extract<Awaited<ReturnType<typeof openEmbedded>>, { kind: "done" }>["value"];

/** The lines of one delivery, to be made anybody's: heading, and rows without their end. */
export async function deliveredLines(cases: number): Promise<readonly string[]> {
  if (!codebook) throw new Error("the library has no codebook");
  const code = municipalityCode("9001");
  const story = givenMunicipality(code).withUnit("Familjefrid").withWorker("Anna");
  const played = [...story.withCases(cases).organisation.cases].map(({ record, response }) => ({
    record,
    clientAnswers: response?.response.answers,
  }));
  const municipality = { code, name: "Kommun 9001", county: "91" };
  const order = { ...firstRows, municipality, round, codebook, cases: played };
  const lines = await Array.fromAsync(
    deliverRound({ ...order, kind: "demo", randomness: seededRandomness(2026) }),
  );
  return lines.slice(0, -1);
}

/** As of that municipality, with an end that fits. */
export function asOf(lines: readonly string[], code: string): Buffer {
  const [heading = "", ...rows] = lines;
  const text = [heading.replaceAll("9001", code), ...rows].map((line) => `${line}\n`).join("");
  const hash = createHash("sha256").update(text).digest("hex");
  return Buffer.from(`${text}${JSON.stringify({ end: { cases: rows.length, hash } })}\n`);
}

export async function* packing(
  pieces: () => AsyncIterable<Uint8Array>,
  code: string,
  receiver: string,
  key = generateSigningKey(municipalityCode(code)),
): AsyncGenerator<Uint8Array> {
  const delivery = { name: code, bytes: 0, open: pieces };
  yield* packDelivery(delivery, { signingKey: key, receivers: [receiver] });
}

export async function keepFile(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await writeFile(path, pieces);
}
