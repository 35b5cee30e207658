import { createHash } from "node:crypto";
import { z } from "zod";
import {
  AuditVerdict,
  readSafeTable,
  type SafeScope,
  type SafeTable,
  writeSafeTable,
} from "#disclosure";
import { canonicalJson, type JsonValue } from "#kernel";
import type { TableSpecification } from "#tabulation";

/** What a municipality keeps of itself for good, as it is read back. */
export type LocalRelease = {
  /** All that was counted, as it was decided before counting: whether or not anything of it is told. */
  readonly specifications: readonly TableSpecification[];
  readonly tables: readonly SafeTable[];
  readonly verdict: AuditVerdict;
};

export type FrozenContent = {
  /** JSON of SafeTables with their specifications, and the verdict. */
  readonly content: JsonValue;
  /** Of the content, as canonical JSON. */
  readonly sha256: string;
};

/** @param format what the content says it is. */
export function freezeTables(
  format: string,
  { specifications, tables, verdict }: LocalRelease,
): FrozenContent {
  const content = plain({
    format,
    specifications,
    tables: tables.map((table) => ({
      specification: table.specification.id,
      written: writeSafeTable(table),
    })),
    verdict,
  });
  return { content, sha256: hashOf(content) };
}

const Content = z.strictObject({
  format: z.string(),
  specifications: z.array(z.looseObject({ id: z.string() })),
  tables: z.array(z.strictObject({ specification: z.string(), written: z.unknown() })),
  verdict: AuditVerdict,
});

export type TablesToRead = FrozenContent & {
  readonly format: string;
  readonly scope: SafeScope & { readonly kind: "local" };
};

/** `undefined` for anything that is not, byte for byte, what was frozen. */
export function readFrozenTables(kept: TablesToRead): LocalRelease | undefined {
  const { format, scope, content, sha256 } = kept;
  const read = Content.safeParse(content);
  if (!read.success || hashOf(content) !== sha256) return undefined;
  const { specifications, verdict } = read.data;
  if (read.data.format !== format || verdict.kind !== "passed") return undefined;
  // Written by `freezeTables`, as the hash says; `readSafeTable` looks at each again.
  const specified = specifications as unknown as readonly TableSpecification[];
  const byId = new Map(specified.map((each) => [each.id, each]));
  const tables: SafeTable[] = [];
  for (const { specification: id, written } of read.data.tables) {
    const specification = byId.get(id);
    const table = specification && readSafeTable(scope, specification, written);
    if (table?.kind !== "done") return undefined;
    tables.push(table.value);
  }
  return { specifications: specified, tables, verdict };
}

function hashOf(content: JsonValue): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
