import { readFileSync } from "node:fs";
import { z } from "zod";
import { done, type MunicipalityCode, municipalityCode, type Outcome } from "#kernel";

/** Hours that a sign-in at the provider may be old when somebody comes in by it. */
const oldestHours = 8;

const ProviderFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    name: z.string().trim().min(1).max(60),
    municipality: z
      .string()
      .regex(/^\d{4}$/)
      .transform(municipalityCode),
    issuer: z.url().refine(isSafeAddress, "must be https"),
    clientId: z.string().min(1).max(300),
    clientSecret: z.string().min(1).max(1000),
    /** Levels of assurance (`acr`) that are enough; at least one. */
    levels: z.array(z.string().min(1).max(300)).min(1),
    maxAgeHours: z.number().int().min(1).max(24).default(oldestHours),
  }),
);

/** Whom a municipality trusts to say who people are, by OpenID Connect. */
export type Provider = Omit<z.infer<typeof ProviderFile>[number], "municipality"> & {
  readonly municipality: MunicipalityCode;
};

/**
 * The providers that the operator has listed, `SKILLNAD_PROVIDERS`: JSON as in docs/drift. Nobody is
 * added while the program runs: who says who people are is not for a browser to change.
 *
 * @returns or the reason, as the end of a sentence.
 */
export function readProviders(path: string): Outcome<readonly Provider[]> | string {
  try {
    const parsed = ProviderFile.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!parsed.success) {
      const [first] = parsed.error.issues;
      return `${first?.path.join(".") || "The file"}: ${first?.message ?? "wrong form"}.`;
    }
    const ids = parsed.data.map(({ id }) => id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    return twice === undefined ? done(parsed.data) : `${twice} is there twice.`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** In clear only to this very machine, where tests and trials have their provider. */
function isSafeAddress(address: string): boolean {
  const { protocol } = new URL(address);
  return protocol === "https:" || isLoopback(address);
}

export function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname);
}
