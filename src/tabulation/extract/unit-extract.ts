import type { Codebook } from "#codebook";
import type { MunicipalityCode, UnitId } from "#kernel";
import type { CaseRecord } from "#registration";
import { codeChanges } from "../change/change-columns.ts";
import { mayBeCountedInUnit } from "../client-stands-alone.ts";
import type { Counter, RowIntake } from "../counting/counter.ts";
import { openGrowingCounter } from "../counting/growing-counter.ts";
import { type CountedUnders, codebooksOf, countedUnders } from "../harmonise/counted-under.ts";
import type { TableSpecification } from "../table-specification.ts";
import { conditionCoder } from "./case-conditions.ts";
import { clientColumns } from "./client-columns.ts";
import { codeCase, codeCaseKeys, codeItem } from "./code-case.ts";
import type { Askable, ColumnarExtract } from "./columnar-extract.ts";
import { type FlaggedConditions, flaggedConditions } from "./conditions.ts";
import { countableCase } from "./countable-case.ts";
import { type AnswersGone, countedInBatches, type SealedAnswers } from "./counted-in-batches.ts";
import { evaluatedCase, itemsAsked } from "./evaluated-case.ts";
import { closedFlag, columnsOf, unitRelations } from "./relation.ts";
import { RowWriter } from "./row-writer.ts";

/** All that one unit has registered under one codebook, and under earlier versions of it. */
export type UnitSource = {
  readonly municipality: MunicipalityCode;
  readonly unit: UnitId;
  /** With the unit's overlays. */
  readonly codebook: Codebook;
  /**
   * Others that cases may rest on. Such a case is counted by what it was asked: a question that its own
   * codebook lacks is not one that it did not answer, and its answers are carried over.
   */
  readonly versions?: readonly Codebook[];
  readonly cases: AsyncIterable<CaseRecord>;
  /** Every answer that ever came to the unit, also where the case has moved or gone since. */
  readonly clientAnswers: readonly SealedAnswers[];
  /** Where answers were that have been taken away; left out: none have. */
  readonly answersGone?: readonly AnswersGone[];
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
  const { codebook } = source;
  for (const specification of specifications) {
    if (!mayBeCountedInUnit(codebook, specification)) {
      throw new Error(`the client's answers stand alone: ${specification.id}`);
    }
  }
  const { askable, relations, flagged } = unitLayout(source, specifications);
  try {
    await fill(counter, source, countedUnders(askable.codebooks), relations, flagged);
  } catch (reason) {
    counter.close();
    throw reason;
  }
  return { ...askable, counter, close: counter.close };
}

/** What such an extract would have, without a look at the cases. */
export function unitLayout(source: UnitSource, specifications: readonly TableSpecification[]) {
  const { codebook, municipality, unit } = source;
  const codebooks = codebooksOf(codebook, source.versions ?? []);
  const flagged = flaggedConditions(specifications);
  const relations = unitRelations(codebook, [...flagged.flags.values()]);
  const askable: Askable = {
    scope: { kind: "unit", municipality, unit },
    codebook,
    codebooks,
    relations: [relations.cases, ...relations.items, relations.client],
    populations: {
      started: { flags: [], ranges: [] },
      closed: { flags: [closedFlag], ranges: [] },
      open: { flags: [], ranges: [{ column: closedFlag, from: 0, to: 0 }] },
    },
    conditions: flagged.flags,
  };
  return { askable, relations, flagged };
}

async function fill(
  counter: Counter,
  source: UnitSource,
  underOf: CountedUnders,
  relations: ReturnType<typeof unitRelations>,
  { conditions }: FlaggedConditions,
): Promise<void> {
  const { codebook } = source;
  const counted = countedInBatches(codebook, underOf, [
    ...source.clientAnswers,
    ...(source.answersGone ?? []),
  ]);
  const codeConditions = conditionCoder(conditions, codebook);
  const answers = clientColumns(relations.client, counted, source.clientAnswers, underOf);
  const cases = await counter.createRelation("cases", columnsOf(relations.cases));
  const items: RowIntake[] = [];
  for (const relation of relations.items) {
    items.push(await counter.createRelation(relation.name, columnsOf(relation)));
  }
  const keys = new RowWriter();
  const ofCase = new RowWriter();
  const ofItems = items.map(() => new RowWriter());
  for await (const record of source.cases) {
    if (record.unit !== source.unit) throw new Error(`a case of another unit: ${record.unit}`);
    // The client's answers stay out of the case: they are counted apart.
    const under = underOf(record.codebook);
    const own = under.codebook;
    const evaluated = evaluatedCase(under, countableCase({ record, codebook: own, county: "" }));
    const { isClosed } = evaluated.counted;
    codeCaseKeys(keys.begin(), evaluated);
    keys.push(isClosed ? 1 : 0);
    codeConditions(keys, evaluated);
    ofCase.begin().append(keys.values);
    codeCase(ofCase, evaluated, relations.cases.questions);
    codeChanges(ofCase, evaluated, relations.cases.changes);
    await cases.add(ofCase.values);
    for (const item of itemsAsked(evaluated)) {
      const group = codebook.groups.findIndex(({ id }) => id === item.group);
      const ofItem = ofItems[group]?.begin();
      if (!ofItem) continue;
      ofItem.append(keys.values);
      codeItem(ofItem, evaluated, relations.items[group]?.questions ?? [], item.id);
      await items[group]?.add(ofItem.values);
    }
    answers.addCase(record.id, evaluated);
  }
  for (const intake of [cases, ...items]) intake.finish();
  if (relations.client.questions.length === 0) return;
  const intake = await counter.createRelation("client", columnsOf(relations.client));
  for (const row of answers.rows()) await intake.add(row);
  intake.finish();
}
