import type { Transaction } from "kysely";
import type { MunicipalityCode } from "#kernel";
import type { Schema } from "./schema.ts";

/**
 * A transaction that sees one municipality's rows. Every query also names the municipality: with
 * Citus that is what sends it to one node, and row-level security stays the second wall.
 */
export type Tenant = {
  readonly db: Transaction<Schema>;
  readonly municipality: MunicipalityCode;
};
