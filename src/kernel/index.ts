export * from "./identifiers.ts";
export * from "./json.ts";
export * from "./period.ts";
export * from "./personnummer.ts";
export * from "./problem.ts";
export * from "./randomness.ts";
export * from "./text.ts";
export * from "./time.ts";
export { warnOfPerson } from "./warn-of-person.ts";
