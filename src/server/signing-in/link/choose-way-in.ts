import type { Context } from "hono";
import type { z } from "zod";
import { checkNewPassword, hashPassword, stepOfCode } from "#access";
import { problem } from "#kernel";
import type { PasswordWay } from "#store";
import { refusal, refusalOf } from "../../http/refusal.ts";
import { readBody } from "../../http/request-body.ts";
import { ChosenWayIn } from "../../requests-of-sign-in.ts";
import type { Services } from "../../services.ts";
import { sealCodeSeed, takeOffered } from "../code-seed.ts";
import { openSession } from "../open-session.ts";
import { addPasskey } from "../passkeys/add-passkey.ts";
import { secondsWhenFull } from "../password/work-gate.ts";
import { goByProvider } from "../providers/go-by-provider.ts";
import { dead, type OpenLink, withOpenLink } from "./open-link.ts";
import { removeEarlierWays } from "./remove-earlier-ways.ts";

type Way = Exclude<z.infer<typeof ChosenWayIn>["way"], { kind: "provider" }>;

/**
 * The link is used, and she is signed in. What is wrong with the password or the code is told, and the
 * link stays good meanwhile.
 */
export async function chooseWayIn(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, ChosenWayIn);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { link, way } = body.value;
  if (way.kind === "provider") {
    const purpose = await withOpenLink(context, services, link, async (open) => ({
      linkHash: open.link.linkHash,
      municipality: open.municipality.code,
    }));
    if (purpose instanceof Response) return purpose;
    return goByProvider(context, services, way.provider, purpose);
  }
  if (way.kind === "passkey") {
    return withOpenLink(context, services, link, (open) => useLink(open, way, undefined));
  }
  const made = await withOpenLink(context, services, link, (open) => checkPassword(open, way));
  if (made instanceof Response) return made;
  // Outside every transaction: it takes as long as comparing one.
  const passwordHash = await services.passwordGate.enter(true, () =>
    hashPassword(way.password, services.randomness),
  );
  if (passwordHash === undefined) {
    return refusal(problem("too-much-to-do", undefined, { seconds: secondsWhenFull }));
  }
  return withOpenLink(context, services, link, (open) =>
    useLink(open, way, { ...made, passwordHash }),
  );
}

async function checkPassword(
  { services, account, municipality, link, at }: OpenLink,
  way: Extract<Way, { kind: "password" }>,
): Promise<Response | Omit<PasswordWay, "passwordHash">> {
  const names = [account.displayName, account.signInName, municipality.name, "Skillnad"];
  const problems = checkNewPassword(way.password, names);
  if (problems.length > 0) return refusalOf(problems);
  const seed = await takeOffered(services, link.linkHash, way.sealed);
  const step = seed === undefined ? undefined : stepOfCode(seed, way.code, at);
  if (seed === undefined || step === undefined) return refusal(problem("code-refused", "code"));
  const codeSealed = await sealCodeSeed(services, municipality.code, account.id, seed);
  return { codeSealed, codeLastStep: step };
}

async function useLink(
  open: OpenLink,
  way: Way,
  password: PasswordWay | undefined,
): Promise<Response> {
  const { tx, at, account, link } = open;
  if (!(await tx.accountLinks.use(link.linkHash, at))) return dead();
  let passkey: string | undefined;
  if (way.kind === "passkey") {
    const { name, challenge, answer } = way;
    passkey = await addPasskey(open, account.id, { name, challenge, answer });
    if (passkey === undefined) {
      await tx.accountLinks.reopen(link.linkHash);
      return refusal(problem("passkey-not-made"));
    }
  }
  if (link.purpose === "recovery") await removeEarlierWays(open, account.id, passkey);
  if (password) await tx.passwordWays.save(account.id, password);
  const details = { purpose: link.purpose, way: way.kind };
  tx.audit.append({ at, account: account.id, action: "account.opened", details });
  return openSession(open, account.id, way.kind);
}
