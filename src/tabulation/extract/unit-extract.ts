import { type Codebook, type Condition, evaluate } from "#codebook";
import { canonicalJson, type MunicipalityCode, type UnitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { mayBeCountedInUnit } from "../client-stands-alone.ts";
import type { Counter } from "../counting/counter.ts";
import { openGrowingCounter } from "../counting/growing-counter.ts";
import type { Scope } from "../raw-table.ts";
import type { TableSpecification } from "../table-specification.ts";
import { clientColumns } from "./client-columns.ts";
import { type CaseCoding, codeCase } from "./code-case.ts";
import { countedInBatches, type SealedAnswers } from "./counted-in-batches.ts";
import { phasesBegun } from "./phases-begun.ts";
import {
  casesRelation,
  clientRelation,
  columnsOf,
  itemRelations,
  type Relation,
} from "./relation.ts";

/** All that one unit has registered under one codebook. */
export type UnitSource = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  /** With the unit's overlays. */
  readonly codebook: Codebook;
  readonly cases: AsyncIterable<CaseRecord>;
  /** Every answer that ever came to the unit, also where the case has moved or gone since. */
  readonly clientAnswers: readonly SealedAnswers[];
};

/** A unit's cases as columns in memory; holds no answer of a client that may not be counted yet. */
export type UnitExtract = {
  readonly scope: Scope;
  readonly codebook: Codebook;
  readonly relations: readonly Relation[];
  /** The flag by which a `within` is chosen; by `conditionKey`. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly counter: Counter;
};

/**
 * The caller closes the counter. `specifications` tell which conditions must be evaluated, while the
 * answers are at hand.
 * @throws for a case of another unit, and for a table that lane 1 may not have.
 */
export async function openUnitExtract(
  source: UnitSource,
  specifications: readonly TableSpecification[],
  counter: Counter = openGrowingCounter(),
): Promise<UnitExtract> {
  const { codebook } = source;
  for (const specification of specifications) {
    if (!mayBeCountedInUnit(codebook, specification)) {
      throw new Error(`the client's answers stand alone: ${specification.id}`);
    }
  }
  const conditions = distinctConditions(specifications);
  const flags = new Map([...conditions.keys()].map((key, index) => [key, `within ${index}`]));
  const coding: CaseCoding = {
    codebook,
    cases: casesRelation(codebook, [...flags.values()]),
    items: itemRelations(codebook, [...flags.values()]),
    conditions: [...conditions.values()],
  };
  const client = clientRelation(codebook);
  try {
    await fill(counter, source, coding, client);
  } catch (reason) {
    counter.close();
    throw reason;
  }
  return {
    scope: { municipality: source.municipality, unit: source.unit },
    codebook,
    relations: [coding.cases, ...coding.items, client],
    conditions: flags,
    counter,
  };
}

async function fill(
  counter: Counter,
  source: UnitSource,
  coding: CaseCoding,
  client: Relation,
): Promise<void> {
  const counted = countedInBatches(source.codebook, source.clientAnswers);
  const answers = clientColumns(source.codebook, client, counted);
  const begunIn = phasesBegun(source.codebook);
  const cases = await counter.createRelation(coding.cases.name, columnsOf(coding.cases));
  const items = [];
  for (const relation of coding.items) {
    items.push(await counter.createRelation(relation.name, columnsOf(relation)));
  }
  for await (const record of source.cases) {
    if (record.unit !== source.unit) throw new Error(`a case of another unit: ${record.unit}`);
    const evaluation = evaluate(source.codebook, record.sheet);
    const standingCase = { record, evaluation, begun: begunIn(record) };
    const { ofCase, ofItems } = codeCase(coding, standingCase);
    await cases.add(ofCase);
    for (const [position, rows] of ofItems.entries())
      for (const row of rows) await items[position]?.add(row);
    answers.addCase(standingCase);
  }
  cases.finish();
  for (const intake of items) intake.finish();
  if (client.questions.length === 0) return;
  const intake = await counter.createRelation(client.name, columnsOf(client));
  for (const row of answers.rows()) await intake.add(row);
  intake.finish();
}

function distinctConditions(
  specifications: readonly TableSpecification[],
): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  for (const { within } of specifications) if (within) found.set(conditionKey(within), within);
  return found;
}

/** The same condition, written in another order of keys, is the same population. */
export function conditionKey(condition: Condition): string {
  return canonicalJson(JSON.parse(JSON.stringify(condition)));
}
