import { findContact } from "./find-contact.ts";
import { findName } from "./find-name.ts";
import { type Problem, problem } from "./problem.ts";

const codes = {
  address: "looks-like-address",
  phone: "looks-like-phone",
  email: "looks-like-email",
} as const;

/**
 * What in a free text may tell who it is about: a name, an address, a number to reach somebody.
 * Warnings alone, shown while one writes: a program cannot know, and the text is saved all the same.
 */
export function warnOfPerson(text: string, at: string): readonly Problem[] {
  const name = findName(text);
  const contact = findContact(text);
  return [
    ...(name ? [problem("looks-like-name", at, { found: name })] : []),
    ...(contact ? [problem(codes[contact.kind], at, { found: contact.found })] : []),
  ];
}
