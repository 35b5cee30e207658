import { type Grant, holdsRole } from "#access";
import { problem } from "#kernel";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { ChangePerson } from "../requests-of-people.ts";
import { checkName, tidyName } from "./check-person.ts";
import { keepsNoAccounts } from "./leave-and-return.ts";
import { canDoWithout, staffOf } from "./person-state.ts";
import { type PersonVisit, tellPerson } from "./person-visit.ts";
import { checkRoles, distinct, without } from "./role-places.ts";

/** Name and roles. A session asks for its roles at every request, so that what is taken away counts at once. */
export async function changePerson(visit: PersonVisit): Promise<Response> {
  const { context, tx, actor, at, member } = visit;
  const body = await readBody(context, ChangePerson);
  if (body.kind === "refused") return refusalOf(body.problems);
  const name = tidyName(body.value.name);
  const grants = distinct(body.value.roles);
  if (member.disabledAt !== null) return refusal(problem("person-has-left"));
  if (!isSame(body.value.seen, member.grants)) return refusal(problem("person-changed-meanwhile"));
  const [own, units] = [await tx.municipality.find(), await tx.units.list()];
  const problems = [
    ...checkName(name, "name"),
    ...checkRoles(grants, own?.kind ?? "municipality", units, member.grants),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const staysAdministrator = holdsRole({ grants }, ["administrator"]);
  if (!staysAdministrator && !canDoWithout(await staffOf(visit), member.id)) {
    return refusal(problem("last-administrator", "roles"));
  }

  if (name !== member.displayName) await tx.people.rename(member.id, name);
  if (!isSame(grants, member.grants)) await tx.accounts.setGrants(member.id, grants);
  if (!staysAdministrator) await keepsNoAccounts(visit);
  const details = {
    account: member.id,
    added: without(grants, member.grants),
    removed: without(member.grants, grants),
  };
  tx.audit.append({ at, account: actor.account, action: "person.changed", details });
  return tellPerson(visit);
}

function isSame(one: readonly Grant[], other: readonly Grant[]): boolean {
  return without(one, other).length === 0 && without(other, one).length === 0;
}
