import { z } from "zod";

/** What browsers send about a municipality's own variables. What they mean is for the linter. */

/** More than any list of a codebook: options, codes, conditions. The linter compares some with each other. */
const longestList = 300;

function holdsShortLists(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value) && value.length > longestList) return false;
  return Object.values(value).every(holdsShortLists);
}

const parts = z.array(z.record(z.string(), z.unknown())).max(longestList);

const content = z
  .strictObject({
    measures: z.array(z.string().max(100)).max(20),
    variables: parts,
    groups: parts,
    indicators: parts,
    checks: parts,
  })
  .refine((draft) => holdsShortLists(draft), "a list is too long");

export const SaveDraft = z.strictObject({ basedOn: z.int().min(0), content });

export const BasedOn = z.coerce.number().int().min(1);

export const CommentDraft = z.strictObject({
  variable: z.string().max(100),
  text: z.string().max(5000),
});

export const PublishDraft = z.strictObject({
  basedOn: z.int().min(1),
  note: z.string().max(5000),
});
