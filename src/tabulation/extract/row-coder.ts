import type { Codebook } from "#codebook";
import { codeChanges } from "../change/change-columns.ts";
import { codebooksOf, countedUnders } from "../harmonise/counted-under.ts";
import type { TableSpecification } from "../table-specification.ts";
import { conditionCoder } from "./case-conditions.ts";
import { codeCase, codeCaseKeys, codeItem } from "./code-case.ts";
import { flaggedConditions } from "./conditions.ts";
import type { CountableCase } from "./countable-case.ts";
import { evaluatedCase, itemsAsked } from "./evaluated-case.ts";
import { type NationLayout, nationLayout } from "./nation-layout.ts";
import { phaseNumber } from "./relation.ts";
import { RowWriter } from "./row-writer.ts";

/** A case and the rows of its repeat groups, in the order of the relations' columns. */
export type RowSink = {
  /** Of the cases' relation. */
  readonly ofCase: (row: readonly number[]) => void;
  /** Of the group's; its first value, the place of the case, is `row`. */
  readonly ofItem: (group: number, row: readonly number[]) => void;
};

export type CodedQuestions = {
  /** The common one: what an overlay added stays in the municipality. */
  readonly codebook: Codebook;
  /** Earlier ones that cases may rest on. */
  readonly versions?: readonly Codebook[] | undefined;
  /** Their conditions are evaluated while the answers are at hand; no others can be asked later. */
  readonly specifications: readonly TableSpecification[];
};

/** Makes numbers of one case after the other; `row` is the case's place among all. */
export type RowCoder = {
  readonly layout: NationLayout;
  readonly code: (counted: CountableCase, row: number, sink: RowSink) => void;
};

export function openRowCoder({
  codebook,
  versions = [],
  specifications,
}: CodedQuestions): RowCoder {
  const codebooks = codebooksOf(codebook, versions);
  const layout = nationLayout(codebooks, flaggedConditions(specifications));
  const underOf = countedUnders(codebooks);
  const codeConditions = conditionCoder(layout.flagged.conditions, codebook);
  const groups = new Map(codebook.groups.map(({ id }, index) => [id, index]));

  const keys = new RowWriter();
  const ofCase = new RowWriter();
  const ofItems = layout.items.map(() => new RowWriter());

  function code(counted: CountableCase, row: number, sink: RowSink): void {
    const evaluated = evaluatedCase(underOf(counted.codebook), counted);
    keys.begin().push(Number(counted.municipality));
    keys.push(Number(counted.county));
    codeCaseKeys(keys, evaluated);
    keys.push(counted.isStarted ? 1 : 0);
    keys.push(counted.isClosed ? 1 : 0);
    codeConditions(keys, evaluated);
    ofCase.begin().append(keys.values);
    codeCase(ofCase, evaluated, layout.cases.questions);
    codeChanges(ofCase, evaluated, layout.cases.changes);
    sink.ofCase(ofCase.values);
    for (const item of itemsAsked(evaluated)) {
      const group = groups.get(item.group) ?? -1;
      const ofItem = ofItems[group];
      if (!ofItem) continue;
      ofItem.begin().push(row);
      ofItem.push(phaseNumber(item.phase));
      ofItem.append(keys.values);
      codeItem(ofItem, evaluated, layout.items[group]?.questions ?? [], item.id);
      sink.ofItem(group, ofItem.values);
    }
  }

  return { layout, code };
}
