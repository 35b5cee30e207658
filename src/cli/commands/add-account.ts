import { parseArgs } from "node:util";
import { hashPassword, type Role, roles } from "#access";
import {
  accountId,
  municipalityCode,
  type Randomness,
  randomId,
  strongRandomness,
  systemClock,
  unitId,
} from "#kernel";
import { readEnvironment } from "#server";
import type { MunicipalityTransaction } from "#store";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";

const options = {
  municipality: { type: "string" },
  "municipality-name": { type: "string" },
  unit: { type: "string" },
  name: { type: "string" },
  "sign-in": { type: "string" },
  role: { type: "string" },
} as const;

/**
 * Makes municipality, unit and account as needed, and prints a password made by chance, once. The
 * store must not be in use by a running `npm start`.
 */
export async function addAccount(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const opened = await openStore(environment.value, "real");
  if (opened.kind === "refused") return fail(opened.problems);
  const store = opened.value;
  try {
    const password = newPassword(strongRandomness);
    const passwordHash = await hashPassword(password, strongRandomness);
    const isMade = await store.within(wish.municipality, (tx) => make(tx, wish, passwordHash));
    if (!isMade) return fail([`The sign-in name ${wish.signIn} is taken. Choose another.`]);
    process.stdout.write(`${wish.name} signs in as ${wish.signIn} with the password ${password}\n`);
  } finally {
    await store.close();
  }
}

type Wish = NonNullable<Exclude<ReturnType<typeof readWish>, string>>;

function readWish(words: readonly string[]) {
  let values: { readonly [name in keyof typeof options]?: string | undefined };
  try {
    values = parseArgs({ args: [...words], options }).values;
  } catch (error) {
    return `${(error as Error).message}. Try: skillnad add-account --help`;
  }
  const { municipality = "", unit, name, role = "" } = values;
  const signIn = values["sign-in"];
  if (!/^\d{4}$/.test(municipality)) return "--municipality must be the four digits of its code.";
  if (!name || !signIn) return "--name and --sign-in are needed.";
  if (!roles.some((each) => each === role)) return `--role must be one of: ${roles.join(", ")}.`;
  return {
    municipality: municipalityCode(municipality),
    municipalityName: values["municipality-name"] ?? municipality,
    unit,
    name,
    signIn,
    role: role as Role,
  };
}

async function make(
  tx: MunicipalityTransaction,
  wish: Wish,
  passwordHash: string,
): Promise<boolean> {
  if (!(await tx.municipality.find())) {
    await tx.municipality.register({
      kind: "municipality",
      name: wish.municipalityName,
      county: null,
    });
  }
  if (await tx.accounts.findBySignInName(wish.signIn)) return false;
  const unit = wish.unit === undefined ? null : await unitNamed(tx, wish.unit);
  const at = systemClock.now();
  const id = accountId(randomId(strongRandomness));
  await tx.accounts.insert({
    id,
    signInName: wish.signIn,
    displayName: wish.name,
    passwordHash,
    createdAt: at,
    disabledAt: null,
    grants: [{ role: wish.role, unit }],
  });
  tx.audit.append({ at, account: null, action: "account.added", details: { account: id } });
  return true;
}

async function unitNamed(tx: MunicipalityTransaction, name: string) {
  const existing = (await tx.units.list()).find((unit) => unit.name === name);
  if (existing) return existing.id;
  const id = unitId(randomId(strongRandomness));
  await tx.units.insert({ id, name, isOpenToColleagues: false });
  return id;
}

/** Four groups of four, about 77 bits; without letters that are mistaken for each other. */
function newPassword(randomness: Randomness): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () =>
    Array.from({ length: 4 }, () => alphabet[randomness.below(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
