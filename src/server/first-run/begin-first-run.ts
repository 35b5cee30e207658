import type { Context } from "hono";
import type { z } from "zod";
import { holdsRole } from "#access";
import { accountId, municipalityCode, problem, randomId } from "#kernel";
import type { Municipality, StaffMember } from "#store";
import { refusal, refusalOf } from "../http/refusal.ts";
import { remoteAddress } from "../http/remote-address.ts";
import { readBody } from "../http/request-body.ts";
import { checkName, checkSignInName, tidyName } from "../people/check-person.ts";
import { makeLink } from "../people/make-link.ts";
import { BeginFirstRun } from "../requests-of-people.ts";
import type { Services } from "../services.ts";
import type { FirstRunBeginning } from "../wire-of-people.ts";

/** By the secret alone, and only while nobody could come in. */
export async function beginFirstRun(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, BeginFirstRun);
  if (body.kind === "refused") return refusalOf(body.problems);
  if (!(await services.firstRun.isOpen())) return refusal(problem("first-run-over"));
  const verdict = services.firstRun.tryWith(body.value.secret, remoteAddress(context));
  if (verdict === "wrong") return refusal(problem("setup-secret-wrong", "secret"));
  if (verdict !== "right") {
    return refusal(problem("sign-in-too-fast", undefined, { seconds: verdict }));
  }
  const begun = await findBegun(services);
  if (body.value.act === "begin") return begin(services, body.value);
  if (body.value.act === "look") {
    const { municipality, administrator } = begun ?? {};
    const told: FirstRunBeginning = {
      begun:
        municipality && administrator
          ? { municipality: municipality.name, administrator: administrator.displayName }
          : null,
    };
    return Response.json(told);
  }
  return begun ? goOn(services, begun) : refusal(problem("first-run-over"));
}

type Begun = { readonly municipality: Municipality; readonly administrator: StaffMember };

/** The program was stopped, or the page was left, before anybody had come in. */
async function findBegun({ store }: Services): Promise<Begun | undefined> {
  for (const municipality of await store.municipalities()) {
    const administrator = await store.within(municipality.code, async (tx) => {
      const people = await tx.people.list();
      return people.find((each) => holdsRole(each, ["administrator"]) && each.disabledAt === null);
    });
    if (administrator) return { municipality, administrator };
  }
  return undefined;
}

/** Another link for the same administrator: the one before may be lost, and does not work any more. */
function goOn(services: Services, { municipality, administrator }: Begun): Promise<Response> {
  return services.store.within(municipality.code, async (tx) => {
    // She may have come in by the one before, in the meantime.
    await tx.people.lock();
    const isLeft = (await tx.people.find(administrator.id))?.disabledAt !== null;
    if (isLeft || (await tx.people.isAnybodyHere())) return refusal(problem("first-run-over"));
    const at = services.clock.now();
    const making = { services, tx, at, municipality: municipality.code, madeBy: null };
    return Response.json(await makeLink(making, administrator, "invitation"), { status: 201 });
  });
}

/** Municipality and administrator at once, or nothing; of two who try at the same time one comes first. */
async function begin(
  services: Services,
  wish: Extract<z.infer<typeof BeginFirstRun>, { act: "begin" }>,
): Promise<Response> {
  const name = tidyName(wish.municipality.name);
  const displayName = tidyName(wish.administrator.name);
  const signInName = tidyName(wish.administrator.signInName);
  const code = wish.municipality.code.trim();
  const problems = [
    ...(isMunicipalityCode(code) ? [] : [problem("municipality-code-form", "municipality.code")]),
    ...checkName(name, "municipality.name"),
    ...checkName(displayName, "administrator.name"),
    ...checkSignInName(signInName, "administrator.signInName"),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const municipality = municipalityCode(code);
  return services.store.within(municipality, async (tx) => {
    const county = code.slice(0, 2);
    if (!(await tx.municipality.registerFirst({ kind: "municipality", name, county }))) {
      return refusal(problem("first-run-over"));
    }
    const at = services.clock.now();
    const id = accountId(randomId(services.randomness));
    await tx.accounts.insert({
      ...{ id, signInName, displayName, passwordHash: null, createdAt: at, disabledAt: null },
      grants: [{ role: "administrator", unit: null }],
    });
    await tx.firstRuns.save({ begunAt: at, codebookSeenAt: null, finishedAt: null });
    tx.audit.append({ at, account: null, action: "first-run.begun", details: { account: id } });
    const making = { services, tx, at, municipality, madeBy: null };
    return Response.json(await makeLink(making, { id, displayName }, "invitation"), {
      status: 201,
    });
  });
}

/** `00` is no county: those codes are the nation's and the counties' own. */
function isMunicipalityCode(code: string): boolean {
  return /^\d{4}$/.test(code) && !code.startsWith("00");
}
