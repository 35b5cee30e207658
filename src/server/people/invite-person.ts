import { accountId, problem, randomId } from "#kernel";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { Visit } from "../http/route.ts";
import { InvitePerson } from "../requests-of-people.ts";
import { checkName, checkSignInName, tidyName } from "./check-person.ts";
import { makeLink } from "./make-link.ts";
import { checkRoles, distinct, without } from "./role-places.ts";

/** An account without any way in, and a link that makes one. */
export async function invitePerson(visit: Visit): Promise<Response> {
  const { context, services, tx, actor, at } = visit;
  const body = await readBody(context, InvitePerson);
  if (body.kind === "refused") return refusalOf(body.problems);
  const displayName = tidyName(body.value.name);
  const signInName = tidyName(body.value.signInName);
  const grants = distinct(body.value.roles);
  const [own, units] = [await tx.municipality.find(), await tx.units.list()];
  const problems = [
    ...checkName(displayName, "name"),
    ...checkSignInName(signInName, "signInName"),
    ...checkRoles(grants, own?.kind ?? "municipality", units),
  ];
  if (problems.length > 0) return refusalOf(problems);

  await tx.people.lock();
  if (await tx.accounts.findBySignInName(signInName)) {
    return refusal(problem("sign-in-name-taken", "signInName", { name: signInName }));
  }
  const id = accountId(randomId(services.randomness));
  const member = { id, signInName, displayName, grants };
  await tx.accounts.insert({ ...member, passwordHash: null, createdAt: at, disabledAt: null });
  const details = { account: id, added: without(grants, []) };
  tx.audit.append({ at, account: actor.account, action: "person.invited", details });
  const making = { services, tx, at, municipality: actor.municipality, madeBy: actor.account };
  return Response.json(await makeLink(making, member, "invitation"), { status: 201 });
}
