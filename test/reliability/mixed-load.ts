import assert from "node:assert/strict";
import { servedMunicipality, servedUnit } from "./served.ts";
import type { Serving } from "./start-serving.ts";

/** What a day holds, of one person: cases begun, answered and read, lists, pages, and addresses that are none. */
const asked: readonly string[] = [
  "answer",
  "GET /api/cases",
  "answer",
  "read",
  "answer",
  "history",
  "answer",
  "GET /api/session",
  "answer",
  "GET /api/nation",
  "answer",
  "GET /e",
  "answer",
  "GET /api/cases/M-7F3K-2",
  "answer",
  "GET /nowhere",
  "answer",
  "sign in wrongly",
];
const answersPerCase = 60;

type Desk = { code: string; basedOn: number; answers: number };

/** Goes on with the day of each of the people. Their cases stay theirs from one call to the next. */
export function startDays({ address, cookies }: Serving) {
  let sent = 0;
  const desks = cookies.map((): Desk => ({ code: "", basedOn: 0, answers: answersPerCase }));

  async function send(cookie: string, route: string, body?: unknown): Promise<Response> {
    const [method = "", path = ""] = route.split(" ");
    sent++;
    return await fetch(`${address}${path}`, {
      method,
      headers: {
        Origin: address,
        Cookie: cookie,
        "Content-Type": "application/json",
        "Idempotency-Key": `day-${process.pid}-${sent}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async function change(cookie: string, route: string, body: unknown) {
    const response = await send(cookie, route, body);
    const told = await response.json();
    assert.ok(response.ok, `${route}: ${JSON.stringify(told)}`);
    return told as { readonly code: string; readonly revision: number };
  }

  async function step(cookie: string, desk: Desk, what: string): Promise<void> {
    if (desk.answers >= answersPerCase) {
      const begun = { startedOn: "2026-09-01", unit: servedUnit };
      const { code } = await change(cookie, "POST /api/cases", begun);
      Object.assign(desk, { code, basedOn: 0, answers: 0 });
    }
    if (what === "answer") {
      const value = { kind: "number", number: 1920 + (++desk.answers % 80) };
      const route = `PUT /api/cases/${desk.code}/answers/V02`;
      desk.basedOn = (await change(cookie, route, { value, basedOn: desk.basedOn })).revision;
      return;
    }
    const route = {
      read: `GET /api/cases/${desk.code}`,
      history: `GET /api/cases/${desk.code}/history`,
      "sign in wrongly": "POST /api/session",
    }[what];
    const wrong = { municipality: servedMunicipality, name: `nobody-${sent}`, password: "wrong" };
    const body = what === "sign in wrongly" ? wrong : undefined;
    const response = await send(cookie, route ?? what, body);
    await response.arrayBuffer();
    assert.ok(response.status < 500, `${what}: ${response.status}`);
  }

  return {
    sent: () => sent,
    /** @param rounds of everything that is asked, for each of the people at the same time. */
    async goOn(rounds: number): Promise<void> {
      await Promise.all(
        cookies.map(async (cookie, person) => {
          for (let round = 0; round < rounds; round++) {
            for (const what of asked) await step(cookie, desks[person] ?? assert.fail(), what);
          }
        }),
      );
    },
  };
}
