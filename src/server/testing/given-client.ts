import assert from "node:assert/strict";
import type { Hono } from "hono";
import { type MunicipalityCode, municipalityCode } from "#kernel";
import { applyRevision } from "#registration";
import {
  decideInvite,
  type InvitedMode,
  keptWayIn,
  newLink,
  newPin,
  newTypedCode,
  writeWayIn,
} from "#survey";
import type { GivenApp, SignedIn } from "./given-app.ts";

/** What a client holds in her hand, and has been told. */
export type InvitedClient = {
  readonly code: string;
  readonly link: string;
  readonly typed: string;
  readonly pin: string;
  /** Four digits that are not hers. */
  readonly wrongPin: string;
};

type Invited = {
  readonly unit: string;
  readonly municipality?: string;
  readonly mode?: InvitedMode;
  readonly language?: string;
  /** A case that there is; left out: a new one. */
  readonly code?: string;
};

/** Straight into the store: what the worker's page does is another's test. */
export async function givenClient(
  { services }: GivenApp,
  worker: SignedIn,
  { unit, municipality: of = "9001", mode = "own-device", language = "sv", ...wish }: Invited,
): Promise<InvitedClient> {
  const { store, randomness, clock } = services;
  const municipality = municipalityCode(of);
  const code = wish.code ?? (await worker.startCase(unit));
  const [link, typed] = [newLink(municipality, randomness), newTypedCode(municipality, randomness)];
  const pin = newPin(randomness);
  await store.within(municipality, async (tx) => {
    const record = await tx.cases.findForUpdate(code);
    assert.ok(record);
    const deciding = { by: worker.account, at: clock.now() };
    const inviting = { mode, language, isDeviceSafe: true };
    const decision = decideInvite(record, inviting, deciding, randomness);
    assert.ok(decision.kind === "done");
    const { revision, invitation } = decision.value;
    if (revision.changes.length > 0) {
      await tx.cases.save(applyRevision(record, revision), revision, { birthYear: null });
    }
    const code40 = mode === "own-device" ? keptWayIn(typed, pin) : null;
    await tx.surveyInvitations.insert(invitation, keptWayIn(link, pin), code40);
  });
  const wrongPin = String((Number(pin) + 1) % 10_000).padStart(4, "0");
  return { code, link: writeWayIn(link), typed: writeWayIn(typed), pin, wrongPin };
}

/** A link that nobody was ever given. */
export function strangersLink({ services }: GivenApp, municipality: MunicipalityCode): string {
  return writeWayIn(newLink(municipality, services.randomness));
}

/** Names and values as a form sends them; one name may come several times. */
export type SentFields = readonly (readonly [name: string, value: string])[];

export type ClientPage = {
  readonly status: number;
  /** Where she is sent on to; empty where she is not. */
  readonly location: string;
  readonly html: string;
  /** What the page's form would send beside what she chooses. */
  readonly hidden: SentFields;
  /** Everything of it that is chosen. */
  readonly checked: SentFields;
  readonly bytes: number;
  readonly headers: Headers;
};

/** One client's browser: no cookie, no script, and nothing of where it comes from. */
export type ClientBrowser = {
  readonly get: (path: string) => Promise<ClientPage>;
  readonly post: (path: string, fields: SentFields) => Promise<ClientPage>;
  /** Lets her in with what she was told. */
  readonly open: (way: string, pin: string, sprak?: string) => Promise<ClientPage>;
  /** Presses one of the page's buttons, with what she has chosen on it. */
  readonly press: (page: ClientPage, step: string, ...chosen: SentFields) => Promise<ClientPage>;
};

export function clientBrowser(app: Hono): ClientBrowser {
  async function ask(path: string, init: RequestInit = {}): Promise<ClientPage> {
    const response = await app.request(`http://127.0.0.1:3210${path}`, init);
    const html = await response.text();
    return {
      status: response.status,
      location: response.headers.get("Location") ?? "",
      html,
      hidden: inputsIn(html, "hidden"),
      checked: inputsIn(html, "checked"),
      bytes: Buffer.byteLength(html),
      headers: response.headers,
    };
  }
  const post = (path: string, fields: SentFields) =>
    ask(path, {
      method: "POST",
      headers: { Origin: "null", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    });
  return {
    get: (path) => ask(path),
    post,
    open: (way, pin, sprak = "") => post("/e/oppna", Object.entries({ way, sprak, pin })),
    press: ({ hidden }, step, ...chosen) => post("/e/svar", [...hidden, ...chosen, ["steg", step]]),
  };
}

/** @param which what stands in the field's tag. */
function inputsIn(html: string, which: "hidden" | "checked"): SentFields {
  return [...html.matchAll(/<input ([^>]*)>/g)].flatMap(([, tag = ""]) => {
    if (!new RegExp(`(^| |")${which}("|$| )`).test(tag)) return [];
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? "";
    return [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? ""] as const];
  });
}
