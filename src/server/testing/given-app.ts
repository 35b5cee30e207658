import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { hashSessionSecret, newSessionToken, type Role, writeSessionToken } from "#access";
import { effectiveCodebooks } from "#codebook";
import {
  type AccountId,
  accountId,
  addHours,
  type Clock,
  instant,
  isoDate,
  type MunicipalityCode,
  municipalityCode,
  randomId,
  seededRandomness,
  strongRandomness,
  type UnitId,
  unitId,
} from "#kernel";
import { meetingCodebook } from "#screening";
import { lookAtBackups, openBackupDiary, openCaseKeyBook, type Store, workApart } from "#store";
import { createApp } from "../app.ts";
import { createBackupDesk } from "../backups/backup-desk.ts";
import { codebookShelf } from "../codebook-shelf.ts";
import { createUnitExplorationBook } from "../exploration/unit-exploration-book.ts";
import { createFirstRunGate } from "../first-run/first-run-gate.ts";
import { ownCookieName } from "../http/session-cookie.ts";
import { openKeyCupboard } from "../key-cupboard.ts";
import { createLocalReleaseBook } from "../local-release-book.ts";
import { createCompilingBook } from "../publishing/compiling-book.ts";
import { createIntakeGate } from "../receiving/intake-gate.ts";
import { createUnitMeetingBook } from "../screening/unit-meeting-book.ts";
import type { Services } from "../services.ts";
import { createChallengeBook } from "../signing-in/challenge-book.ts";
import { createWorkGate } from "../signing-in/password/work-gate.ts";
import { createProviderShelf } from "../signing-in/providers/provider-shelf.ts";
import { readSurveyLanguages, surveyLanguageShelf } from "../survey-language-shelf.ts";
import { createTelemetry } from "../telemetry/telemetry.ts";
import { createUnitFigureBook } from "../unit-figure-book.ts";
import { createUnitQualityBook } from "../unit-quality-book.ts";
import { createUnitResultBook } from "../unit-result-book.ts";

const origin = "http://127.0.0.1:3210";

/** A clock that a test can move. */
export type MovableClock = Clock & { readonly set: (to: string) => void };

export function movableClock(start: string): MovableClock {
  let now = instant(start);
  return {
    now: () => now,
    set: (to) => {
      now = instant(to);
    },
  };
}

/** The real app over a real store: only the port, the built pages and the flow of time are left out. */
export type GivenApp = {
  readonly app: Hono;
  readonly services: Services;
  readonly clock: MovableClock;
  readonly givenUnit: (municipality: string, unit: string) => Promise<void>;
  readonly givenPerson: (person: Person) => Promise<SignedIn>;
  /** Another session of somebody who is there. */
  readonly givenSession: (municipality: MunicipalityCode, account: AccountId) => Promise<SignedIn>;
};

export type Person = {
  readonly name: string;
  readonly municipality: string;
  readonly role: Role;
  /** Left out: the role holds in the whole municipality. */
  readonly unit?: string;
};

export type SignedIn = {
  readonly account: AccountId;
  readonly cookie: string;
  /** Sends a request as this person's browser would, with a new idempotency key unless one is given. */
  readonly request: (route: string, body?: unknown, key?: string) => Promise<Response>;
  /** Starts a case in the unit and gives its code. */
  readonly startCase: (unit: string) => Promise<string>;
};

export function givenApp(store: Store, overrides: Partial<Services> = {}): GivenApp {
  const clock = movableClock("2026-11-02T08:00:00Z");
  const randomness = seededRandomness(20_261_102);
  // Made when something is first kept there.
  const files = join(tmpdir(), `skillnad-files-${randomId(strongRandomness)}`);
  const figures = createUnitFigureBook();
  const keys = openKeyCupboard(join(files, "keys"));
  const telemetry = createTelemetry({ clock, isBehindProxy: false });
  const services: Services = {
    store,
    clock,
    randomness,
    kind: "real",
    isHttps: false,
    allowedOrigins: [origin],
    codebooks: codebookShelf(effectiveCodebooks(), [meetingCodebook()]),
    surveyLanguages: surveyLanguageShelf(readSurveyLanguages()),
    leaveTo: "https://vader.example/",
    figures,
    results: createUnitResultBook(),
    meetings: createUnitMeetingBook(),
    exploration: createUnitExplorationBook(),
    quality: createUnitQualityBook(),
    localReleases: createLocalReleaseBook({ store, clock, telemetry }),
    compiling: createCompilingBook({ store, files, telemetry }),
    keys,
    caseKeys: openCaseKeyBook(files),
    backups: createBackupDesk({
      ...{ store, clock, kind: overrides.kind ?? "real", files, place: undefined, telemetry },
      tools: { openDiary: openBackupDiary, look: lookAtBackups, work: workApart },
    }),
    passwordGate: createWorkGate(),
    challenges: createChallengeBook(keys, clock, randomness),
    providers: createProviderShelf([], keys),
    firstRun: createFirstRunGate({ store, clock, randomness, kind: overrides.kind ?? "real" }),
    files,
    intake: createIntakeGate(clock),
    publish: () => {},
    release: null,
    demoAccounts: [],
    telemetry,
    pages: { document: "<!doctype html><script nonce=__CSP_NONCE__></script>", folder: "/nowhere" },
    ...overrides,
  };
  const app = createApp(services);
  const known = new Set<MunicipalityCode>();

  async function ensureMunicipality(code: MunicipalityCode): Promise<void> {
    if (known.has(code)) return;
    known.add(code);
    const name = `Kommun ${code}`;
    await store.within(code, (tx) =>
      tx.municipality.register({ kind: "municipality", name, county: null }),
    );
  }

  return {
    app,
    services,
    clock,
    async givenUnit(municipality, unit) {
      const code = municipalityCode(municipality);
      await ensureMunicipality(code);
      const row = { id: unitId(unit), name: unit, isOpenToColleagues: false };
      await store.within(code, (tx) => tx.units.insert(row));
    },

    async givenPerson({ name, municipality, role, unit }) {
      const code = municipalityCode(municipality);
      await ensureMunicipality(code);
      const account = accountId(randomId(randomness));
      await store.within(code, (tx) =>
        tx.accounts.insert({
          id: account,
          signInName: account,
          displayName: name,
          passwordHash: null,
          createdAt: clock.now(),
          disabledAt: null,
          grants: [{ role, unit: unit === undefined ? null : unitId(unit) }],
        }),
      );
      return givenSession(code, account);
    },
    givenSession,
  };

  async function givenSession(code: MunicipalityCode, account: AccountId): Promise<SignedIn> {
    const token = newSessionToken(code, randomness);
    await store.within(code, (tx) =>
      tx.sessions.insert({
        tokenHash: hashSessionSecret(token.secret),
        account,
        createdAt: clock.now(),
        lastSeenAt: clock.now(),
        expiresAt: addHours(clock.now(), 8),
        revokedAt: null,
      }),
    );
    return signedIn(app, account, `${ownCookieName(services)}=${writeSessionToken(token)}`);
  }

  function signedIn(to: Hono, account: AccountId, cookie: string): SignedIn {
    async function request(route: string, body?: unknown, key = randomId(randomness)) {
      const [method = "", path = ""] = route.split(" ");
      return send(to, method, path, { Cookie: cookie, "Idempotency-Key": key }, body);
    }
    return {
      account,
      cookie,
      request,
      async startCase(unit: string) {
        const started = await request("POST /api/cases", {
          startedOn: isoDate("2026-09-01"),
          unit: unitId(unit) satisfies UnitId,
        });
        const { code } = (await started.json()) as { code: string };
        return code;
      },
    };
  }
}

/** One request to the app, from our own origin. */
export async function send(
  app: Hono,
  method: string,
  path: string,
  headers: { readonly [name: string]: string },
  body?: unknown,
): Promise<Response> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return app.request(`${origin}${path}`, {
    method,
    headers: { Origin: origin, "Content-Type": "application/json", ...headers },
    ...text,
  });
}
