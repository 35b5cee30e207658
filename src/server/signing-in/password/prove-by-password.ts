import { isPassword, stepOfCode } from "#access";
import { type AccountId, type MunicipalityCode, problem } from "#kernel";
import type { Account, MunicipalityTransaction, PasswordWay } from "#store";
import { refusal } from "../../http/refusal.ts";
import { remoteAddress } from "../../http/remote-address.ts";
import { openCodeSeed } from "../code-seed.ts";
import { knownDevice } from "../known-device.ts";
import type { Opening } from "../open-session.ts";
import {
  type Count,
  clearCounts,
  countBeforehand,
  countOf,
  secondsToWait,
} from "./attempt-counts.ts";
import { secondsWhenFull } from "./work-gate.ts";

export type PasswordTry = {
  readonly municipality: MunicipalityCode;
  /** By the name that a stranger types, or somebody who is signed in already. */
  readonly whose: { readonly name: string } | { readonly account: AccountId };
  readonly password: string;
  readonly code: string;
  readonly onRight: (opening: Opening, account: AccountId) => Promise<Response>;
  /** The same whatever was wrong. */
  readonly onWrong: (opening: Opening, account: AccountId | null) => Response;
};

/**
 * Password and code together: which of them was wrong nobody is told, and neither is tried where the
 * try has to wait. The heavy part is done outside every transaction, few at a time.
 */
export async function proveByPassword(
  { context, services }: Pick<Opening, "context" | "services">,
  tried: PasswordTry,
): Promise<Response> {
  const { store, clock, passwordGate } = services;
  const within = <Result>(act: (opening: Opening) => Promise<Result>) =>
    store.within(tried.municipality, (tx) => act({ context, services, tx, at: clock.now() }));

  const known = await within((opening) => lookUp(opening, tried));
  if (known.seconds > 0) return tooFast(known.seconds);
  const answer = await passwordGate.enter(known.isKnownDevice, async () => {
    const counted = await within(({ tx, at }) => countBeforehand(tx, known.counts, at));
    if (typeof counted === "number") return tooFast(counted);
    const { account, way } = known;
    const isRight = await isPassword(tried.password, way?.passwordHash);
    return within(async (opening) => {
      const { tx, at } = opening;
      const seed = account && way ? await seedOf(opening, tried.municipality, account, way) : null;
      const step = seed ? stepOfCode(seed, tried.code, at) : undefined;
      if (!isRight || !account || !way || step === undefined) {
        return tried.onWrong(opening, account?.id ?? null);
      }
      // Whose it is was looked up before the line: only what holds still lets her in.
      if (!(await tx.passwordWays.takeStep(account.id, step, way.passwordHash))) {
        return tried.onWrong(opening, account.id);
      }
      await clearCounts(tx, known.counts, counted);
      return tried.onRight(opening, account.id);
    });
  });
  return answer ?? refusal(problem("too-much-to-do", undefined, { seconds: secondsWhenFull }));
}

type Known = {
  readonly account: Account | undefined;
  readonly way: PasswordWay | undefined;
  readonly isKnownDevice: boolean;
  readonly counts: readonly Count[];
  readonly seconds: number;
};

async function lookUp(opening: Opening, { whose, municipality }: PasswordTry): Promise<Known> {
  const { context, services, tx, at } = opening;
  const account = await findAccount(tx, whose);
  const id = account?.id ?? nobody;
  const way = await tx.passwordWays.find(id);
  const knownFrom = await tx.passwordWays.knownDevicesFrom(id, at);
  const device = await knownDevice(opening, { municipality, account: id, knownFrom });
  const counts: Count[] = [];
  if ("account" in whose) counts.push(await countOf(services, "account", `signed in\n${id}`));
  else if (device !== undefined) counts.push(await countOf(services, "device", device));
  else {
    const name = whose.name.normalize("NFKC").toLowerCase();
    counts.push(await countOf(services, "account", name));
    counts.push(await countOf(services, "address", remoteAddress(context)));
  }
  const seconds = await secondsToWait(tx, counts, at);
  const isKnownDevice = device !== undefined || "account" in whose;
  return { account, way, isKnownDevice, counts, seconds };
}

function findAccount(tx: MunicipalityTransaction, whose: PasswordTry["whose"]) {
  if ("account" in whose) return tx.accounts.find(whose.account);
  return tx.accounts.findBySignInName(whose.name);
}

function seedOf(
  { services }: Opening,
  municipality: MunicipalityCode,
  { id }: Account,
  { codeSealed }: PasswordWay,
): Promise<string | undefined> {
  return openCodeSeed(services, municipality, id, codeSealed);
}

function tooFast(seconds: number): Response {
  return refusal(problem("sign-in-too-fast", undefined, { seconds }));
}

/** No account has it: looked for all the same, so that an unknown name asks the store as much. */
const nobody = "" as AccountId;
