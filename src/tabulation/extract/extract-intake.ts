import type { Codebook } from "#codebook";
import { codeChanges } from "../change/change-columns.ts";
import type { ChunkIntake } from "../counting/duckdb-relation.ts";
import { codebooksOf, countedUnders } from "../harmonise/counted-under.ts";
import type { TableSpecification } from "../table-specification.ts";
import { codeCase, codeCaseKeys, codeConditions, codeItem } from "./code-case.ts";
import { flaggedConditions } from "./conditions.ts";
import type { CountableCase } from "./countable-case.ts";
import { evaluatedCase, itemsAsked } from "./evaluated-case.ts";
import {
  type Extract,
  type NationScope,
  nationExtract,
  openNationCounter,
} from "./nation-extract.ts";
import { nationLayout } from "./nation-layout.ts";
import { columnsOf, phaseNumber } from "./relation.ts";

export type ExtractIntake = {
  readonly add: (counted: CountableCase) => void;
  /** Once, after the last case. */
  readonly finish: () => Promise<Extract>;
  /** Throws away what was added, where it will not be finished. */
  readonly close: () => void;
};

export type ExtractOptions = {
  /** The common one: what an overlay added stays in the municipality. */
  readonly codebook: Codebook;
  /** Earlier ones that cases may rest on. */
  readonly versions?: readonly Codebook[] | undefined;
  readonly scope: NationScope;
  /** Their conditions are evaluated while the answers are at hand; no others can be asked later. */
  readonly specifications: readonly TableSpecification[];
  readonly threads?: number | undefined;
};

/** Takes the cases of a round one by one, from wherever they come, and makes columns of them. */
export async function openExtractIntake(options: ExtractOptions): Promise<ExtractIntake> {
  const { codebook, scope } = options;
  const codebooks = codebooksOf(codebook, options.versions ?? []);
  const layout = nationLayout(codebooks, flaggedConditions(options.specifications));
  const underOf = countedUnders(codebooks);
  const groups = new Map(codebook.groups.map(({ id }, index) => [id, index]));
  const counter = await openNationCounter(options.threads);
  const cases = await counter.createRelation("cases", columnsOf(layout.cases));
  const items: ChunkIntake[] = [];
  for (const relation of layout.items) {
    items.push(await counter.createRelation(relation.name, columnsOf(relation)));
  }
  let row = 0;

  function add(counted: CountableCase): void {
    const evaluated = evaluatedCase(underOf(counted.codebook), counted);
    const keys = [Number(counted.municipality), Number(counted.county)];
    keys.push(...codeCaseKeys(evaluated));
    keys.push(counted.isStarted ? 1 : 0, counted.isClosed ? 1 : 0);
    keys.push(...codeConditions(evaluated, layout.flagged.conditions));
    const ofCase = [...keys];
    codeCase(ofCase, evaluated, layout.cases.questions);
    codeChanges(ofCase, evaluated, layout.cases.changes);
    cases.add(ofCase);
    for (const item of itemsAsked(evaluated)) {
      const group = groups.get(item.group) ?? -1;
      const ofItem = [row, phaseNumber(item.phase)];
      ofItem.push(...keys);
      codeItem(ofItem, evaluated, layout.items[group]?.questions ?? [], item.id);
      items[group]?.add(ofItem);
    }
    row += 1;
  }

  return {
    add,
    finish: async () => {
      for (const intake of [cases, ...items]) intake.finish();
      await counter.pack();
      return nationExtract(scope, layout, counter);
    },
    close: counter.close,
  };
}
