import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { strongRandomness } from "#kernel";
import { BackupFault, damaged, type Row, type SealedRow, type Trace } from "./backup-format.ts";
import type { CaseKeys } from "./case-keys.ts";
import { longestLine } from "./lines-of.ts";

/** A row that belongs to cases, on its way into a backup. */
export type RowOfCases = {
  readonly table: string;
  /** By their ids: the row opens with the keys of all of them, and with nothing less. */
  readonly cases: readonly string[];
  /** The row as a line of the backup. */
  readonly line: string;
  /** What stays of the row when one of them is erased; left out: nothing. */
  readonly without: Row | undefined;
  /** What stands in another table then; left out: nothing. */
  readonly trace: Trace | undefined;
};

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals rows by the keys of their cases: AES-256-GCM, each row with a nonce of its own, compressed before.
 * The mark is a hash of the row keyed by the same: two backups of one row have the same, and nobody can
 * tell what was in the row by trying, once the key is gone.
 */
export function startSealing({ keys }: Pick<CaseKeys, "keys">) {
  const derive = startDeriving((id) => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`${id} has no key`);
    // Erased while it is read: sealed by a key that nobody has kept.
    return key === null ? Buffer.from(strongRandomness.bytes(32)) : Buffer.from(key, "base64");
  });
  return ({ table, cases, line, without, trace }: RowOfCases): SealedRow => {
    const { seal, mark } = derive(cases);
    const nonce = strongRandomness.bytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", seal, nonce).setAAD(boundTo(table, cases));
    const body = cipher.update(deflateRawSync(line, { level: 1 }));
    cipher.final();
    return {
      cases: [...cases],
      mark: createHmac("sha256", mark).update(line).digest("base64"),
      sealed: Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64"),
      ...(without === undefined ? {} : { without }),
      ...(trace === undefined ? {} : { trace }),
    };
  };
}

/** @returns the row's line; `undefined`: one of its cases is erased. @throws a fault. */
export function startOpening({ keys }: Pick<CaseKeys, "keys">) {
  const derive = startDeriving((id) => Buffer.from(keys.get(id) ?? "", "base64"));
  return (table: string, { cases, mark, sealed }: SealedRow): string | undefined => {
    const found = cases.map((id) => keys.get(id));
    // Neither there nor erased: the keys are not those that the backup was made by.
    if (found.includes(undefined)) throw new BackupFault("key-file-other");
    if (found.includes(null)) return undefined;
    const derived = derive(cases);
    const line = opened(derived.seal, Buffer.from(sealed, "base64"), boundTo(table, cases));
    if (line === undefined) throw damaged(table);
    if (createHmac("sha256", derived.mark).update(line).digest("base64") !== mark) {
      throw damaged(table);
    }
    return line;
  };
}

function opened(key: Buffer, sealed: Buffer, bound: Buffer): string | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(-tagBytes));
    const body = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
    decipher.final();
    return inflateRawSync(body, { maxOutputLength: longestLine }).toString("utf8");
  } catch {
    return undefined;
  }
}

/** A sealed row opens only as a row of its own table and cases. */
function boundTo(table: string, cases: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([table, ...cases]));
}

type Derived = { readonly seal: Buffer; readonly mark: Buffer };

/** One key seals and another marks. Rows of a case follow each other, so the last ones are kept. */
function startDeriving(keyOf: (id: string) => Buffer): (cases: readonly string[]) => Derived {
  let last: { readonly of: readonly string[]; readonly derived: Derived } | undefined;
  return (cases) => {
    if (last?.of.length === cases.length && cases.every((id, at) => id === last?.of[at])) {
      return last.derived;
    }
    const joined = createHash("sha256");
    for (const id of cases) joined.update(keyOf(id));
    const root = joined.digest();
    const part = (purpose: string) => createHmac("sha256", root).update(purpose).digest();
    last = { of: cases, derived: { seal: part("seal"), mark: part("mark") } };
    return last.derived;
  };
}
