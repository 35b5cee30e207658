/** A case and a meeting are of the same gender, and so is all that stands beside them. */
export const swedishNouns = {
  case: { one: "ärende", the: "ärendet", several: "ärenden", those: "ärendena" },
  meeting: { one: "möte", the: "mötet", several: "möten", those: "mötena" },
  client: { one: "klient", the: "klienten", several: "klienter", those: "klienterna" },
  item: {
    one: "registrering",
    the: "registreringen",
    several: "registreringar",
    those: "registreringarna",
  },
} as const;

/** «ett», «inget», «det», «i»: not «en», «ingen», «den». */
export function isNeuter(noun: keyof typeof swedishNouns): boolean {
  return noun === "case" || noun === "meeting";
}
