import type { ChunkIntake } from "../counting/duckdb-relation.ts";
import type { CountableCase } from "./countable-case.ts";
import { HeldRows } from "./held-rows.ts";
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
  /** For cases of which it is not known yet whether they count. One at a time. */
  readonly tentative: TentativeIntake;
  /** Once, after the last case. */
  readonly finish: () => Promise<Extract>;
  /** Throws away what was added, where it will not be finished. */
  readonly close: () => void;
};

export type TentativeIntake = {
  readonly add: (counted: CountableCase) => void;
  /** What has been added since belongs to the extract, after all that came before. */
  readonly keep: () => void;
  /** What has been added since does not. */
  readonly forget: () => void;
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
  const heldCases = new HeldRows(columnsOf(layout.cases).length);
  const heldItems = layout.items.map((relation) => new HeldRows(columnsOf(relation).length));
  const heldSink: RowSink = {
    ofCase: (values) => heldCases.add(values),
    ofItem: (group, values) => heldItems[group]?.add(values),
  };
  let held = 0;
  function forget(): void {
    for (const rows of [heldCases, ...heldItems]) rows.clear();
    held = 0;
  }

  return {
    add(counted) {
      code(counted, row, sink);
      row += 1;
    },
    tentative: {
      add(counted) {
        code(counted, row + held, heldSink);
        held += 1;
      },
      keep() {
        cases.addRows(heldCases.all());
        for (const [group, rows] of heldItems.entries()) items[group]?.addRows(rows.all());
        row += held;
        forget();
      },
      forget,
    },
    finish: async () => {
      for (const intake of [cases, ...items]) intake.finish();
      await counter.pack();
      return nationExtract(options.scope, layout, counter);
    },
    close: counter.close,
  };
}
