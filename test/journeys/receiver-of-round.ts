import type { Page } from "playwright-core";
import {
  generateReceivingKey,
  generateSigningKey,
  invitationFormat,
  invitationText,
  type ReceivingKey,
} from "#delivery";
import {
  instant,
  isoDate,
  municipalityCode,
  randomId,
  strongRandomness,
  swedishDay,
  systemClock,
  yearOf,
} from "#kernel";
import type { RoundView } from "#server";
import type { GivenDemo } from "./given-demo.ts";
import { openWatchedPage } from "./watched-page.ts";

const year = yearOf(swedishDay(systemClock.now()));
const round = String(year);

/** The nation, as far as a municipality that delivers meets it: its analyst, in the demo's round. */
export type Receiver = {
  readonly round: string;
  readonly acceptAll: () => Promise<void>;
};

export async function receiverIn(demo: GivenDemo): Promise<Receiver> {
  const { page } = await openWatchedPage(demo.browser, demo.origin);
  await page.goto("/logga-in");
  const { municipality, account } = demo.account("nationalAnalyst");
  await ask(page, "POST /api/demo-session", { municipality: municipality.code, account });
  const path = `/api/rounds/${round}`;
  return {
    round,
    async acceptAll() {
      const { deliveries } = await ask<RoundView>(page, `GET ${path}`);
      for (const each of deliveries.filter(({ state }) => state === "waiting")) {
        await ask(page, `POST ${path}/deliveries/${each.id}/decision`, { state: "accepted" });
      }
    },
  };
}

/** A round of this year, of a receiver who takes files alone; and what opens them. */
export async function openRoundByFile(): Promise<{
  readonly name: string;
  readonly invitation: string;
  readonly key: ReceivingKey;
}> {
  const key = await generateReceivingKey();
  const code = municipalityCode("0000");
  const name = "Länets egen omgång";
  const invitation = invitationText({
    format: invitationFormat,
    kind: "demo",
    receiver: {
      code,
      name: "Länet",
      key: key.public,
      signingKey: generateSigningKey(code).public,
      address: null,
    },
    round: {
      id: `${year}-lan`,
      name,
      from: isoDate(`${year}-01-01`),
      through: isoDate(`${year}-12-31`),
      cutOff: instant(`${year + 1}-01-31T22:59:59.999Z`),
    },
    codebook: { id: "su-kvinnofrid-2021", version: "1.3.0" },
    level: "coarse-rows",
    interimDays: [],
    legalBasis: "Påhittat underlag för övningen.",
    purpose: "Att se om stödet gör skillnad i länet.",
  });
  return { name, invitation, key };
}

/** As the page itself asks; also for what is no part of the journey. */
export async function ask<Answer>(page: Page, route: string, body?: unknown): Promise<Answer> {
  const key = randomId(strongRandomness);
  const [status, answer] = await page.evaluate(
    async ([line, sent, idempotencyKey]) => {
      const [method = "", path = ""] = line.split(" ");
      const headers = { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey };
      const init = sent === undefined ? {} : { body: JSON.stringify(sent) };
      const response = await fetch(path, { method, headers, ...init });
      const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
      return [response.status, isJson ? await response.json() : null] as const;
    },
    [route, body, key] as const,
  );
  if (status >= 300) throw new Error(`${route}: ${status} ${JSON.stringify(answer)}`);
  return answer as Answer;
}
