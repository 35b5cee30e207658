import type { PeopleView, PersonLine } from "#server";
import { heldRolesInWords } from "./person-words.ts";

/** Those whose name, sign-in name or roles hold every word that was written; `text` empty: all. */
export function findPeople(
  people: readonly PersonLine[],
  units: PeopleView["units"],
  text: string,
  withLeft: boolean,
): readonly PersonLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    if (person.state === "left" && !withLeft) return false;
    const { name, signInName, roles } = person;
    const told = `${name} ${signInName} ${heldRolesInWords(roles, units)}`.toLowerCase();
    return words.every((word) => told.includes(word));
  });
}
