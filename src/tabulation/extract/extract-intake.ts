import type { ChunkIntake } from "../counting/duckdb-relation.ts";
import type { CountableCase } from "./countable-case.ts";
import {
  type Extract,
  type NationScope,
  nationExtract,
  openNationCounter,
} from "./nation-extract.ts";
import { columnsOf } from "./relation.ts";
import { type CodedQuestions, openRowCoder, type RowSink } from "./row-coder.ts";

export type ExtractIntake = {
  readonly add: (counted: CountableCase) => void;
  /** Once, after the last case. */
  readonly finish: () => Promise<Extract>;
  /** Throws away what was added, where it will not be finished. */
  readonly close: () => void;
};

export type ExtractOptions = CodedQuestions & {
  readonly scope: NationScope;
  readonly threads?: number | undefined;
};

/** Takes the cases of a round one by one, from wherever they come, and makes columns of them. */
export async function openExtractIntake(options: ExtractOptions): Promise<ExtractIntake> {
  const { layout, code } = openRowCoder(options);
  const counter = await openNationCounter(options.threads);
  const cases = await counter.createRelation("cases", columnsOf(layout.cases));
  const items: ChunkIntake[] = [];
  for (const relation of layout.items) {
    items.push(await counter.createRelation(relation.name, columnsOf(relation)));
  }
  const sink: RowSink = {
    ofCase: cases.add,
    ofItem: (group, row) => items[group]?.add(row),
  };
  let row = 0;

  return {
    add(counted) {
      code(counted, row, sink);
      row += 1;
    },
    finish: async () => {
      for (const intake of [cases, ...items]) intake.finish();
      await counter.pack();
      return nationExtract(options.scope, layout, counter);
    },
    close: counter.close,
  };
}
