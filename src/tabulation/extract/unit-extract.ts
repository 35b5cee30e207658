import type { Codebook } from "#codebook";
import type { MunicipalityCode, UnitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { mayBeCountedInUnit } from "../client-stands-alone.ts";
import type { Counter, RowIntake } from "../counting/counter.ts";
import { openGrowingCounter } from "../counting/growing-counter.ts";
import type { TableSpecification } from "../table-specification.ts";
import { asAskedUnder } from "./as-asked-under.ts";
import { clientColumns } from "./client-columns.ts";
import { codeCase, codeConditions, codeItem } from "./code-case.ts";
import type { ColumnarExtract } from "./columnar-extract.ts";
import { type FlaggedConditions, flaggedConditions } from "./conditions.ts";
import { countableCase } from "./countable-case.ts";
import { countedInBatches, type SealedAnswers } from "./counted-in-batches.ts";
import { evaluatedCase } from "./evaluated-case.ts";
import { closedFlag, columnsOf, unitRelations } from "./relation.ts";

/** All that one unit has registered under one codebook, and under earlier versions of it. */
export type UnitSource = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  /** With the unit's overlays. */
  readonly codebook: Codebook;
  /**
   * Others that cases may rest on, upon the same common codebook. Such a case is counted by what it was
   * asked: a question that its own codebook lacks is not one that it did not answer.
   */
  readonly versions?: readonly Codebook[];
  readonly cases: AsyncIterable<CaseRecord>;
  /** Every answer that ever came to the unit, also where the case has moved or gone since. */
  readonly clientAnswers: readonly SealedAnswers[];
};

/**
 * A unit's cases as columns in memory; holds no answer of a client that may not be counted yet. The
 * caller closes it. `specifications` tell which conditions must be evaluated, while the answers are at
 * hand.
 * @throws for a case of another unit, and for a table that lane 1 may not have.
 */
export async function openUnitExtract(
  source: UnitSource,
  specifications: readonly TableSpecification[],
  counter: Counter = openGrowingCounter(),
): Promise<ColumnarExtract> {
  const { codebook, municipality, unit } = source;
  for (const specification of specifications) {
    if (!mayBeCountedInUnit(codebook, specification)) {
      throw new Error(`the client's answers stand alone: ${specification.id}`);
    }
  }
  const flagged = flaggedConditions(specifications);
  const relations = unitRelations(codebook, [...flagged.flags.values()]);
  try {
    await fill(counter, source, relations, flagged);
  } catch (reason) {
    counter.close();
    throw reason;
  }
  return {
    scope: { kind: "unit", municipality, unit },
    codebook,
    relations: [relations.cases, ...relations.items, relations.client],
    populations: { started: [], closed: [closedFlag] },
    conditions: flagged.flags,
    counter,
    close: counter.close,
  };
}

async function fill(
  counter: Counter,
  source: UnitSource,
  relations: ReturnType<typeof unitRelations>,
  { conditions }: FlaggedConditions,
): Promise<void> {
  const { codebook } = source;
  const counted = countedInBatches(codebook, source.clientAnswers);
  const answers = clientColumns(relations.client, counted);
  const cases = await counter.createRelation("cases", columnsOf(relations.cases));
  const items: RowIntake[] = [];
  for (const relation of relations.items) {
    items.push(await counter.createRelation(relation.name, columnsOf(relation)));
  }
  const askedUnder = asAskedUnder(codebook, source.versions ?? []);
  for await (const record of source.cases) {
    if (record.unit !== source.unit) throw new Error(`a case of another unit: ${record.unit}`);
    // The client's answers stay out of the case: they are counted apart.
    const own = askedUnder(record.codebook);
    const evaluated = evaluatedCase(own, countableCase({ record, codebook: own, county: "" }));
    const flags = [evaluated.counted.isClosed ? 1 : 0, ...codeConditions(evaluated, conditions)];
    const ofCase = [...flags];
    codeCase(ofCase, evaluated, relations.cases.questions);
    await cases.add(ofCase);
    for (const item of record.sheet.items) {
      const group = codebook.groups.findIndex(({ id }) => id === item.group);
      const ofItem = [...flags];
      codeItem(ofItem, evaluated, relations.items[group]?.questions ?? [], item.id);
      await items[group]?.add(ofItem);
    }
    answers.addCase(record.id, evaluated);
  }
  for (const intake of [cases, ...items]) intake.finish();
  if (relations.client.questions.length === 0) return;
  const intake = await counter.createRelation("client", columnsOf(relations.client));
  for (const row of answers.rows()) await intake.add(row);
  intake.finish();
}
