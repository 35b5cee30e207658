export { aCase, type CaseInMaking } from "./a-case.ts";
export { answerSheet } from "./answer-sheet.ts";
export { type DemoAccount, demoAccounts } from "./demo-accounts.ts";
export { demoWorld } from "./demo-world.ts";
export { fillDemo } from "./fill-demo.ts";
export { type GivenMunicipality, givenMunicipality } from "./given-municipality.ts";
export { type PlayedCase, registerSheet } from "./register-sheet.ts";
export type { Organisation, Person, World } from "./world.ts";
export type { Written, WrittenCase, WrittenSurvey } from "./written-case.ts";
