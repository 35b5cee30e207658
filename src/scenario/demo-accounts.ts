import { type Role, roles } from "#access";
import type { AccountId } from "#kernel";
import type { Organisation, Person, World } from "./world.ts";

/** One way in, by one click. */
export type DemoAccount = {
  readonly account: AccountId;
  readonly name: string;
  readonly role: Role;
  /** Its name, where the role is held in one unit. */
  readonly unit: string | null;
  readonly municipality: { readonly code: string; readonly name: string };
};

/** The first holder of each role, in the order of the roles. */
export function demoAccounts({ organisations }: World): readonly DemoAccount[] {
  return roles.flatMap((role): readonly DemoAccount[] => {
    for (const organisation of organisations) {
      const person = organisation.people.find(({ grants }) => grants.some((g) => g.role === role));
      if (person) return [wayIn(organisation, person, role)];
    }
    return [];
  });
}

function wayIn({ code, name, units }: Organisation, person: Person, role: Role): DemoAccount {
  const held = person.grants.filter((grant) => grant.role === role).map((grant) => grant.unit);
  const unit = held.length === 1 ? units.find(({ id }) => id === held[0]) : undefined;
  return {
    account: person.account,
    name: person.name,
    role,
    unit: unit?.name ?? null,
    municipality: { code, name },
  };
}
