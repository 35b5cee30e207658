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
  /** A way in for her opens what she has done and may see: it takes two administrators. */
  readonly hasBeenIn: (member: StaffMember) => boolean;
};

type Asking = Pick<Visit, "tx" | "services" | "actor">;

export async function staffOf({ tx, services, actor }: Asking): Promise<Staff> {
  const members = await tx.people.list(issuersFor({ services, actor }));
  const links = new Map((await tx.accountLinks.listWaiting()).map((link) => [link.account, link]));
  // A demo's accounts come in without proof, but for those that somebody has invited to it.
  const isDemos = ({ id }: StaffMember) => services.kind === "demo" && !links.has(id);
  return {
    members,
    links,
    stateOf(member) {
      if (member.disabledAt !== null) return "left";
      const { hasPassword, passkeys, providers } = member;
      if (hasPassword || passkeys > 0 || providers > 0) return "active";
      return isDemos(member) ? "active" : "invited";
    },
    hasBeenIn: (member) => member.hasBeenIn || isDemos(member),
  };
}

/** Of the providers that are listed now: who was linked to another cannot come in by it. */
export function issuersFor({ services, actor }: Omit<Asking, "tx">): readonly string[] {
  return services.providers.of(actor.municipality).map(({ issuer }) => issuer);
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
