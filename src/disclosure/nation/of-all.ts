import type { Variable } from "#codebook";
import { isNobody } from "./amount.ts";
import { validCells } from "./cells.ts";
import { merged, type Partition } from "./partition.ts";
import { amountIn, type Remainder } from "./remainder.ts";
import { countIn } from "./tally.ts";

/**
 * Where all who gave a valid answer are in one block, its row tells what each of them said: of a sensitive
 * question the valid answers become one. Of two blocks with somebody in them each is five without any one
 * participant, so it is enough to look at all.
 */
export function withoutAnswerOfAll(
  partition: Partition,
  question: Variable,
  remainders: readonly Remainder[],
): Partition {
  const valid = validCells(question);
  const blocks = partition.filter((block) => block.some((each) => valid.includes(each)));
  if (blocks.length < 2) return partition;
  const isOfAll = remainders.some((remainder) => {
    const amounts = blocks.map((cells) => amountIn(remainder, (tally) => countIn(tally, cells)));
    return (
      !amounts.includes(undefined) &&
      amounts.filter((each) => each !== undefined && !isNobody(each)).length === 1
    );
  });
  return isOfAll ? merged(partition, valid) : partition;
}
