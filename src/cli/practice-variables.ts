/** What says where real data is, by what keys, and whom it trusts: none of it is for practising. */
const ofTheReal = /^(?:SKILLNAD_.*|DATABASE_URL|PG[A-Z]+|PORT)$/;

/** What is the same for both: how it is listened to, and what is written of it. */
const ofBoth = ["SKILLNAD_TLS_CERT", "SKILLNAD_TLS_KEY", "SKILLNAD_LOG"];

type Variables = { readonly [name: string]: string | undefined };

/**
 * The environment of a practice: the machine's own without anything that names the real installation.
 * Taken away by pattern, so that a variable which is added to the program one day is not for practising
 * until somebody says so here. `SKILLNAD_PRACTICE` is where people reach it.
 */
export function practiceVariables(variables: Variables, port: number): Variables {
  const kept = Object.entries(variables).filter(
    ([name]) => !ofTheReal.test(name) || ofBoth.includes(name),
  );
  const at = variables.SKILLNAD_PRACTICE;
  const isSecured = at?.startsWith("https:") === true;
  const served = kept.filter(([name]) => isSecured || !name.startsWith("SKILLNAD_TLS_"));
  return {
    ...Object.fromEntries(served),
    PORT: String(port),
    ...(isSecured ? { SKILLNAD_ORIGIN: at } : {}),
  };
}
