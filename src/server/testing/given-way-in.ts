import { codeAt, hashAccountLink, newAccountLink, writeAccountLink } from "#access";
import {
  type AccountId,
  addSeconds,
  type Clock,
  instant,
  type MunicipalityCode,
  strongRandomness,
} from "#kernel";
import type { Store } from "#store";
import type { AccountLinkView } from "../wire-of-sign-in.ts";

/** The password of everybody in the tests. */
const password = "fyra ord som inte hör ihop";
const secondsOfStep = 30;

/** A server within reach, and the clock that it goes by. */
export type Reached = {
  readonly store: Pick<Store, "within">;
  readonly clock: Clock;
  readonly post: (path: string, body: object) => Promise<Response>;
};

export type WayIn = {
  readonly signInName: string;
  readonly password: string;
  readonly seed: string;
  /** As the browser keeps them after the first sign-in: the session, and the mark of a known browser. */
  readonly cookies: string;
  /** Of a step that has not been used: the clock may have to move before there is another. */
  readonly nextCode: () => string;
};

/** A one-time link for this account, that nobody has used. */
export async function givenLink(
  { store, clock }: Pick<Reached, "store" | "clock">,
  municipality: MunicipalityCode,
  account: AccountId,
  purpose: "invitation" | "recovery" = "invitation",
): Promise<string> {
  const link = newAccountLink(municipality, strongRandomness);
  const madeAt = clock.now();
  await store.within(municipality, (tx) =>
    tx.accountLinks.insert({
      linkHash: hashAccountLink(link),
      account,
      purpose,
      madeBy: null,
      madeAt,
      expiresAt: addSeconds(madeAt, 3600),
    }),
  );
  return writeAccountLink(link);
}

/** Password and codes, made as people make theirs: by a one-time link. */
export async function givenWayIn(
  reached: Reached,
  municipality: MunicipalityCode,
  account: AccountId,
): Promise<WayIn> {
  const { clock, post } = reached;
  const link = await givenLink(reached, municipality, account);
  const looked = await answered(await post("/api/account-link", { link }), 200);
  const { codes, signInName } = (await looked.json()) as AccountLinkView;
  const { seed, sealed } = codes;
  // The code from before the present one, so that two are left to sign in with at once.
  let used = Math.floor(Date.parse(clock.now()) / 1000 / secondsOfStep) - 1;
  const open = () => {
    const way = { kind: "password", password, sealed, code: codeOfStep(seed, used) };
    return post("/api/account-link/way-in", { link, way });
  };
  let opened = await open();
  if (opened.status === 422) {
    // The next half minute began in between.
    used++;
    opened = await open();
  }
  await answered(opened, 201);
  return {
    signInName,
    password,
    seed,
    cookies: cookiesOf(opened),
    nextCode() {
      const now = Math.floor(Date.parse(clock.now()) / 1000 / secondsOfStep);
      used = Math.max(used + 1, now);
      return codeOfStep(seed, used);
    },
  };
}

function codeOfStep(seed: string, step: number): string {
  return codeAt(seed, instant(new Date(step * secondsOfStep * 1000).toISOString()));
}

/** What a browser sends back of what it was given. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

async function answered(response: Response, status: number): Promise<Response> {
  if (response.status === status) return response;
  throw new Error(`${response.status}: ${await response.text()}`);
}
