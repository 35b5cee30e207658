import { hkdfSync } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  generateReceivingKey,
  generateSigningKey,
  keyFileText,
  parseReceivingKey,
  parseSigningKey,
  type ReceivingKey,
  type SigningKey,
} from "#delivery";
import { done, type MunicipalityCode, type Outcome, refused, strongRandomness } from "#kernel";

/**
 * The private keys of this installation, one file each that its owner alone may read: never in the
 * database, whose dump must open nothing. Made the first time that one is asked for.
 */
export type KeyCupboard = {
  /** What an organisation's deliveries, or what a receiver sends back, are signed with. */
  readonly signingKey: (organisation: MunicipalityCode) => Promise<SigningKey>;
  /** What deliveries to an organisation are opened with. */
  readonly receivingKey: (organisation: MunicipalityCode) => Promise<ReceivingKey>;
  /** 32 bytes for one purpose of ours alone: what the database keeps sealed, or as a keyed hash. */
  readonly secretFor: (purpose: string) => Promise<Uint8Array>;
};

/** @throws for a file that is there and is no key: a new one in its place would open nothing that came. */
export function openKeyCupboard(folder: string): KeyCupboard {
  const held = new Map<string, Promise<Kept>>();

  function key<Key extends Kept>(
    name: string,
    make: () => Key | Promise<Key>,
    parse: (text: string, at: string) => Outcome<Key> | Promise<Outcome<Key>>,
  ): Promise<Key> {
    const path = join(folder, name);
    const found = held.get(path) ?? readOrMake(folder, path, make, parse);
    held.set(path, found);
    found.catch(() => held.delete(path));
    return found as Promise<Key>;
  }

  return {
    signingKey: (organisation) =>
      key(`signing-${organisation}.key`, () => generateSigningKey(organisation), parseSigningKey),
    receivingKey: (organisation) =>
      key(`receiving-${organisation}.key`, generateReceivingKey, parseReceivingKey),
    async secretFor(purpose) {
      const { secret } = await key("sign-in.key", drawSecret, parseSecret);
      const from = Buffer.from(secret, "base64url");
      return new Uint8Array(hkdfSync("sha256", from, "", purpose, secretBytes));
    },
  };
}

/** What is sealed and hashed for signing in comes of this one secret. */
type SignInSecret = { readonly kind: "sign-in"; readonly secret: string };
type Kept = SigningKey | ReceivingKey | SignInSecret;

const secretBytes = 32;
const secretForm = /^[\w-]{43}\n$/;

function drawSecret(): SignInSecret {
  return {
    kind: "sign-in",
    secret: Buffer.from(strongRandomness.bytes(secretBytes)).toString("base64url"),
  };
}

function parseSecret(text: string): Outcome<SignInSecret> {
  return secretForm.test(text) ? done({ kind: "sign-in", secret: text.trim() }) : refused();
}

function textOf(kept: Kept): string {
  return kept.kind === "sign-in" ? `${kept.secret}\n` : keyFileText(kept);
}

async function readOrMake<Key extends Kept>(
  folder: string,
  path: string,
  make: () => Key | Promise<Key>,
  parse: (text: string, at: string) => Outcome<Key> | Promise<Outcome<Key>>,
): Promise<Key> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = await readFile(path, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw reason;
  });
  if (text === undefined) {
    const made = await make();
    // Never over one that somebody else has just made.
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(textOf(made));
      await file.sync();
    } finally {
      await file.close();
    }
    return made;
  }
  const parsed = await parse(text, path);
  if (parsed.kind === "refused") throw new Error(`${path} is no key of ours`);
  return parsed.value;
}
