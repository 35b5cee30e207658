import assert from "node:assert/strict";
import { accountId, isoDate, municipalityCode, randomId } from "#kernel";
import { applyRevision, type Change } from "#registration";
import type { CaseView, Refusal } from "../wire.ts";
import type { NextCase, RegistrationSessionView } from "../wire-of-units.ts";
import type { GivenApp, SignedIn } from "./given-app.ts";

/** A unit of its own, with two who register and one who leads, at a registration session. */
export type GivenTeam = {
  readonly unit: string;
  readonly coordinator: SignedIn;
  readonly anna: SignedIn;
  readonly samir: SignedIn;
  readonly givenWorker: (name: string) => Promise<SignedIn>;
  readonly openSession: (name?: string) => Promise<string>;
  /** `/api/units/…/sessions/…` and what comes after. */
  readonly at: (session: string, rest?: string) => string;
  readonly join: (person: SignedIn, session: string) => Promise<RegistrationSessionView>;
  readonly look: (person: SignedIn, session: string) => Promise<RegistrationSessionView>;
  readonly next: (person: SignedIn, session: string) => Promise<string | null>;
  readonly settle: (
    person: SignedIn,
    session: string,
    code: string,
    outcome: "done" | "later",
  ) => Promise<RegistrationSessionView>;
  /** What a manager does to a case meanwhile, straight in the store. */
  readonly change: (code: string, ...changes: readonly Change[]) => Promise<void>;
};

/** @param moment to which the clock is set first: whoever signs in does so then. */
export async function givenTeam(
  given: GivenApp,
  moment = "2026-11-02T08:00:00Z",
): Promise<GivenTeam> {
  given.clock.set(moment);
  const municipality = "9001";
  const unit = `unit-${randomId(given.services.randomness)}`;
  await given.givenUnit(municipality, unit);
  const givenWorker = (name: string) =>
    given.givenPerson({ name, municipality, role: "caseWorker", unit });
  const coordinator = await given.givenPerson({ name: "Leila", municipality, role: "coordinator" });
  const at = (session: string, rest = "") => `/api/units/${unit}/sessions/${session}${rest}`;
  return {
    unit,
    coordinator,
    anna: await givenWorker("Anna"),
    samir: await givenWorker("Samir"),
    givenWorker,
    at,
    async openSession(name = "Onsdagsstugan") {
      const opened = await coordinator.request(`POST /api/units/${unit}/sessions`, { name });
      return (await bodyOf<RegistrationSessionView>(opened, 201)).id;
    },
    join: async (person, session) =>
      bodyOf(await person.request(`POST ${at(session, "/participation")}`)),
    look: async (person, session) => bodyOf(await person.request(`GET ${at(session)}`)),
    async next(person, session) {
      const taken = await person.request(`POST ${at(session, "/next-case")}`);
      return (await bodyOf<NextCase>(taken)).code;
    },
    settle: async (person, session, code, outcome) =>
      bodyOf(await person.request(`PUT ${at(session, "/outcome")}`, { code, outcome })),
    async change(code, ...changes) {
      await given.services.store.within(municipalityCode(municipality), async (tx) => {
        const record = await tx.cases.findForUpdate(code);
        if (!record) throw new Error(`no case ${code}`);
        const by = accountId(coordinator.account);
        const revision = { revision: record.revision + 1, by, at: given.clock.now(), changes };
        await tx.cases.save(applyRevision(record, revision), revision, { birthYear: null });
      });
    },
  };
}

export async function bodyOf<Body>(response: Response, status = 200): Promise<Body> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  return JSON.parse(text) as Body;
}

export async function problemsOf(response: Response): Promise<readonly string[]> {
  return ((await response.json()) as Refusal).problems.map(({ code }) => code);
}

/** Upon what the case holds already; V02 is a birth year, and every other question takes codes. */
export async function answer(
  person: SignedIn,
  code: string,
  variable: string,
  ...codes: readonly number[]
): Promise<CaseView> {
  const value = variable === "V02" ? { kind: "number", number: 1988 } : { kind: "codes", codes };
  const { marks } = await bodyOf<CaseView>(await person.request(`GET /api/cases/${code}`));
  const basedOn = marks[variable]?.revision ?? 0;
  const route = `PUT /api/cases/${code}/answers/${variable}`;
  return bodyOf<CaseView>(await person.request(route, { value, basedOn }));
}

/** Nothing is left to register. */
export const finished: Change = { kind: "case-closed", closedOn: isoDate("2026-11-01") };

export function unassigned(of: SignedIn): Change {
  return { kind: "case-assigned", from: of.account, to: null };
}
