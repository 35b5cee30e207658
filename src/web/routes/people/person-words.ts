import type { PersonLine, PersonState, PersonView } from "#server";
import { roleNames } from "../../session/roles.ts";

type NamedUnit = { readonly id: string; readonly name: string };

export const stateWords: Readonly<Record<PersonState, string>> = {
  invited: "Inbjuden",
  active: "Aktiv",
  left: "Slutat",
};

/** «Handläggare i Familjefrid och Fyren · Administratör»; each role once. */
export function heldRolesInWords(roles: PersonLine["roles"], units: readonly NamedUnit[]): string {
  const held = [...new Set(roles.map(({ role }) => role))];
  return held
    .map((role) => {
      const places = roles.filter((each) => each.role === role).map(({ unit }) => unit);
      const names = units.filter(({ id }) => places.includes(id)).map(({ name }) => name);
      return names.length > 0 ? `${roleNames[role]} i ${joined(names)}` : roleNames[role];
    })
    .join(" · ");
}

/** «Lösenord med kod och två passnycklar» */
export function waysInInWords({ password, passkeys, providers }: PersonView["waysIn"]): string {
  const ways = [
    ...(password ? ["lösenord med engångskod"] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? "en passnyckel" : `${passkeys} passnycklar`] : []),
    ...(providers > 0 ? ["kommunens inloggning"] : []),
  ];
  return ways.length > 0 ? joined(ways) : "inget än";
}

/** «tre ärenden i Familjefrid och ett i Fyren», as numbers. */
export function casesInUnits(toHandOver: PersonView["toHandOver"]): string {
  return joined(
    toHandOver.map(
      ({ unit, cases }) => `${cases} ${cases === 1 ? "öppet ärende" : "öppna ärenden"} i ${unit}`,
    ),
  );
}

function joined(words: readonly string[]): string {
  return new Intl.ListFormat("sv-SE", { type: "conjunction" }).format(words);
}
