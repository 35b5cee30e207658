import { type Cell, otherCells, type Step, stepOf } from "./cells.ts";
import { type Block, isMeasurable, merged, type Partition } from "./partition.ts";

export type CollapsePlan = {
  /** Groups of options to be merged, in this order: the codebook's. */
  readonly groups: readonly (readonly number[])[];
  /** Sets of options that other tables rest on, and how many fall with them. */
  readonly kept: readonly { readonly codes: readonly number[]; readonly weight: number }[];
  /** Weight from which even the codebook's order is passed over. */
  readonly sacred: number;
  readonly isSafe: (cells: Block) => boolean;
  readonly size: (cells: Block) => number;
};

/**
 * Where a block may look for company, in this order. What is hidden by it: options with options, a row;
 * missing codes with an option, that row and `valid`; the unanswered with missing codes, `answered`.
 * Those who have not come to the phase are no company: other questions of the phase tell how many.
 */
const company: { readonly [step in Step]: readonly Step[] } = {
  valid: ["valid", "missing", "not answered"],
  missing: ["missing", "valid", "not answered"],
  "not answered": ["not answered", "missing", "valid"],
  "not begun": ["missing", "valid", "not answered"],
  "not eligible": [],
};

/** Merges until every block is safe. One block of all cells: nothing can be shown. */
export function collapse(start: Partition, plan: CollapsePlan): Partition {
  let partition = start;
  for (const group of plan.groups) {
    const options = optionBlocks(partition).filter((each) => meets(each, group));
    if (options.every(plan.isSafe)) continue;
    const next = merged(partition, options.flat());
    if (lossOf(partition, next, plan) < plan.sacred) partition = next;
  }
  for (;;) {
    const unsafe = partition.find((block) => !plan.isSafe(block));
    if (unsafe === undefined) return partition;
    const partner = partnerOf(unsafe, partition, plan);
    if (partner === undefined) return [partition.flat()];
    partition = merged(partition, [...unsafe, ...partner]);
  }
}

/** The one that takes least with it, of these the smallest, of these the first. */
function partnerOf(block: Block, partition: Partition, plan: CollapsePlan): Block | undefined {
  for (const step of company[outermostStep(block)]) {
    const others = partition.filter(
      (each) =>
        each !== block &&
        plan.size(each) > 0 &&
        !(each.length === 1 && each.includes(otherCells.notBegun)) &&
        stepAsCompany(each) === step,
    );
    const ranked = others.map((each) => ({
      each,
      loss: lossOf(partition, merged(partition, [...block, ...each]), plan),
      size: plan.size(each),
    }));
    ranked.sort((one, other) => one.loss - other.loss || one.size - other.size);
    if (ranked[0]) return ranked[0].each;
  }
  return undefined;
}

/** Where «asked» is not told, the unanswered and those not begun are one. */
function stepAsCompany(block: Block): Step {
  const step = outermostStep(block);
  return step === "not begun" ? "not answered" : step;
}

function lossOf(before: Partition, after: Partition, { kept }: CollapsePlan): number {
  return kept
    .filter(({ codes }) => isMeasurable(before, codes) && !isMeasurable(after, codes))
    .reduce((loss, { weight }) => loss + weight, 0);
}

const outwards: readonly Step[] = ["valid", "missing", "not answered", "not begun", "not eligible"];

function outermostStep(block: Block): Step {
  const steps = new Set(block.map(stepOf));
  return outwards.findLast((step) => steps.has(step)) ?? "valid";
}

function optionBlocks(partition: Partition): readonly Block[] {
  return partition.filter((block) => outermostStep(block) === "valid");
}

function meets(block: Block, codes: readonly Cell[]): boolean {
  return block.some((each) => codes.includes(each));
}
