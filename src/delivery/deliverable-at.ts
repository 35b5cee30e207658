import type { Codebook } from "#codebook";
import { type Deliverable, type DeliverableQuestion, deliverableOf } from "./deliverable.ts";
import type { DeliveryLevel } from "./delivery-format.ts";
import { neededForRelease } from "./needed-for-release.ts";

/** Where only counts leave, they are counted of rows. */
export type RowLevel = Exclude<DeliveryLevel, "counts">;

const known = {
  rows: new WeakMap<Codebook, Deliverable>(),
  "coarse-rows": new WeakMap<Codebook, Deliverable>(),
} as const;

/** What leaves at this level; made once for each codebook. */
export function deliverableAt(codebook: Codebook, level: RowLevel): Deliverable {
  const before = known[level].get(codebook);
  if (before) return before;
  const all = deliverableOf(codebook);
  const made = level === "rows" ? all : coarsened(all, codebook);
  known[level].set(codebook, made);
  return made;
}

/**
 * Of what may leave, only what the release rests on, and of days and numbers only that they are there.
 * From such rows the release's tables come out the same.
 */
function coarsened({ questions, groups }: Deliverable, codebook: Codebook): Deliverable {
  const needed = neededForRelease(codebook);
  return {
    questions: new Map(
      [...questions]
        .filter(([id]) => needed.variables.has(id))
        .map(([id, question]) => [id, withoutTime(question)]),
    ),
    groups: new Map(
      [...groups].flatMap(([id, { phases, fields }]) => {
        const wanted = needed.groups.get(id);
        if (!wanted) return [];
        const left = [...fields].filter(([field]) => wanted.has(field));
        const told = left.map(([field, question]) => {
          const isExact = needed.isExact(id, field);
          return [field, isExact ? question : withoutTime(question)] as const;
        });
        return [[id, { phases, fields: new Map(told) }] as const];
      }),
    ),
  };
}

function withoutTime(question: DeliverableQuestion): DeliverableQuestion {
  const { form } = question;
  return form === "quarter" || form === "number" ? { ...question, form: "answered" } : question;
}
