import { holdsRole } from "#access";
import type { AccountId } from "#kernel";
import type { KeptAccountLink, StaffMember } from "#store";
import type { Visit } from "../http/route.ts";
import type { PersonState } from "../wire-of-people.ts";

/** All accounts, with the links that wait: what most questions about people are answered from. */
export type Staff = {
  readonly members: readonly StaffMember[];
  readonly links: ReadonlyMap<AccountId, KeptAccountLink>;
  readonly stateOf: (member: StaffMember) => PersonState;
};

export async function staffOf({ tx, services }: Pick<Visit, "tx" | "services">): Promise<Staff> {
  const members = await tx.people.list();
  const links = new Map((await tx.accountLinks.listWaiting()).map((link) => [link.account, link]));
  return {
    members,
    links,
    stateOf(member) {
      if (member.disabledAt !== null) return "left";
      const { hasPassword, passkeys, providers } = member;
      if (hasPassword || passkeys > 0 || providers > 0) return "active";
      // A demo's accounts come in without proof, but for those that somebody has invited to it.
      return services.kind === "demo" && !links.has(member.id) ? "active" : "invited";
    },
  };
}

/** Those who keep accounts and can come in to do it. */
export function administratorsIn({ members, stateOf }: Staff): readonly StaffMember[] {
  return members.filter((each) => holdsRole(each, ["administrator"]) && stateOf(each) === "active");
}

/** Whether somebody else could do it, if this one could not. */
export function canDoWithout(staff: Staff, account: AccountId): boolean {
  const administrators = administratorsIn(staff);
  return (
    !administrators.some(({ id }) => id === account) ||
    administrators.some(({ id }) => id !== account)
  );
}
