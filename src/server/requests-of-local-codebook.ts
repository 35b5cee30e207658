import { z } from "zod";

/** What browsers send about a municipality's own variables. What they mean is for the linter. */

const parts = z.array(z.record(z.string(), z.unknown())).max(300);

export const SaveDraft = z.strictObject({
  basedOn: z.int().min(0),
  content: z.strictObject({
    measures: z.array(z.string().max(100)).max(20),
    variables: parts,
    groups: parts,
    indicators: parts,
    checks: parts,
  }),
});

export const BasedOn = z.coerce.number().int().min(1);

export const CommentDraft = z.strictObject({
  variable: z.string().max(100),
  text: z.string().max(5000),
});

export const PublishDraft = z.strictObject({
  basedOn: z.int().min(1),
  note: z.string().max(5000),
});
