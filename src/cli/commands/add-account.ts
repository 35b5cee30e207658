import { parseArgs } from "node:util";
import {
  type AccountLink,
  hashAccountLink,
  invitationDays,
  newAccountLink,
  type Role,
  recoveryMinutes,
  roles,
  writeAccountLink,
} from "#access";
import {
  type AccountId,
  accountId,
  addSeconds,
  type Instant,
  municipalityCode,
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
  "new-link": { type: "boolean" },
} as const;

/**
 * Makes municipality, unit and account as needed, and prints a one-time link by which the person chooses
 * how to come in. With --new-link for somebody who is there and has lost her way in, or comes back. The store must not
 * be in use by a running `npm start`.
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
    const link = newAccountLink(wish.municipality, strongRandomness);
    const open = wish.kind === "new" ? make : findAgain;
    const trouble = await store.within(wish.municipality, (tx) => open(tx, wish, link));
    if (trouble !== undefined) return fail([trouble]);
    const { origin, port } = environment.value;
    const address = `${origin ?? `http://127.0.0.1:${port}`}/valkommen#${writeAccountLink(link)}`;
    const until =
      wish.kind === "new" ? `for ${invitationDays} days` : `for ${recoveryMinutes} minutes`;
    process.stdout.write(
      `${wish.signIn} chooses how to come in at this address, once and ${until}, when Skillnad runs:\n${address}\n`,
    );
  } finally {
    await store.close();
  }
}

type Wish = NonNullable<Exclude<ReturnType<typeof readWish>, string>>;

function readOptions(words: readonly string[]) {
  return parseArgs({ args: [...words], options }).values;
}

function readWish(words: readonly string[]) {
  let values: ReturnType<typeof readOptions>;
  try {
    values = readOptions(words);
  } catch (error) {
    return `${(error as Error).message}. Try: skillnad add-account --help`;
  }
  const { municipality = "", unit, name, role = "" } = values;
  const signIn = values["sign-in"];
  if (!/^\d{4}$/.test(municipality)) return "--municipality must be the four digits of its code.";
  if (!signIn) return "--sign-in is needed: the name that the person signs in with.";
  const code = municipalityCode(municipality);
  if (values["new-link"]) return { kind: "again", municipality: code, signIn } as const;
  if (!name) return "--name is needed.";
  if (!roles.some((each) => each === role)) return `--role must be one of: ${roles.join(", ")}.`;
  return {
    kind: "new",
    municipality: code,
    municipalityName: values["municipality-name"] ?? municipality,
    unit,
    name,
    signIn,
    role: role as Role,
  } as const;
}

/** @returns what stood in the way. */
async function make(
  tx: MunicipalityTransaction,
  wish: Wish,
  link: AccountLink,
): Promise<string | undefined> {
  if (wish.kind !== "new") return undefined;
  if (!(await tx.municipality.find())) {
    await tx.municipality.register({
      kind: "municipality",
      name: wish.municipalityName,
      county: null,
    });
  }
  if (await tx.accounts.findBySignInName(wish.signIn)) {
    return `The sign-in name ${wish.signIn} is taken. Choose another, or give its owner a --new-link.`;
  }
  const unit = wish.unit === undefined ? null : await unitNamed(tx, wish.unit);
  const at = systemClock.now();
  const id = accountId(randomId(strongRandomness));
  await tx.accounts.insert({
    id,
    signInName: wish.signIn,
    displayName: wish.name,
    passwordHash: null,
    createdAt: at,
    disabledAt: null,
    grants: [{ role: wish.role, unit }],
  });
  tx.audit.append({ at, account: null, action: "account.added", details: { account: id } });
  await keepLink(tx, link, id, "invitation", addSeconds(at, invitationDays * 86_400));
  return undefined;
}

/** For the one administrator who has lost her way in: nobody else can give her a new one. */
async function findAgain(
  tx: MunicipalityTransaction,
  { signIn }: Wish,
  link: AccountLink,
): Promise<string | undefined> {
  const account = await tx.accounts.findBySignInName(signIn);
  if (!account) return `Nobody here signs in as ${signIn}.`;
  if (account.disabledAt !== null) await reopen(tx, account.id);
  const until = addSeconds(systemClock.now(), recoveryMinutes * 60);
  await keepLink(tx, link, account.id, "recovery", until);
  return undefined;
}

/** Whoever has left comes back with the roles that she had; nothing but the link opens the account. */
async function reopen(tx: MunicipalityTransaction, account: AccountId): Promise<void> {
  await tx.people.removePassword(account);
  await tx.passkeys.removeAllOf(account);
  await tx.providerIdentities.removeAllOf(account);
  await tx.accounts.setDisabled(account, null);
  const at = systemClock.now();
  tx.audit.append({ at, account: null, action: "person.came-back", details: { account } });
}

async function keepLink(
  tx: MunicipalityTransaction,
  link: AccountLink,
  account: AccountId,
  purpose: "invitation" | "recovery",
  expiresAt: Instant,
): Promise<void> {
  const at = systemClock.now();
  const linkHash = hashAccountLink(link);
  await tx.accountLinks.insert({ linkHash, account, purpose, madeBy: null, madeAt: at, expiresAt });
  tx.audit.append({ at, account: null, action: "person.link-made", details: { account, purpose } });
}

async function unitNamed(tx: MunicipalityTransaction, name: string) {
  const existing = (await tx.units.list()).find((unit) => unit.name === name);
  if (existing) return existing.id;
  const id = unitId(randomId(strongRandomness));
  await tx.units.insert({ id, name, isOpenToColleagues: false });
  return id;
}
