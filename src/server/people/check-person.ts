import { checkText, type Problem, problem } from "#kernel";

/** Characters of a person's, a unit's or a municipality's name. */
const longestName = 100;

const signInNameForm = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,99}$/u;

export function checkName(name: string, at: string): readonly Problem[] {
  if (!/\p{L}/u.test(name)) return [problem("name-needed", at)];
  return checkText(name, at, longestName);
}

export function checkSignInName(name: string, at: string): readonly Problem[] {
  const found = checkText(name, at, longestName);
  if (found.length > 0) return found;
  return signInNameForm.test(name) ? [] : [problem("sign-in-name-form", at)];
}

/** As it is kept: in one form of Unicode, without what surrounds it, and one space between words. */
export function tidyName(written: string): string {
  return written.normalize("NFC").trim().replace(/ +/g, " ");
}
