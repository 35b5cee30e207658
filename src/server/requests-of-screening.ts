import { z } from "zod";
import { isoDate, unitId } from "#kernel";

// What is too long is told in words by the route.
const text = z.string().max(20_000);
const day = z.iso.date().transform(isoDate);
const unit = z.string().min(1).max(100).transform(unitId);
const combination = z.string().min(1).max(200);
/** Drawn by the page for each thing it sends, so that sending it twice changes nothing. */
const receipt = z.string().regex(/^[\w-]{22,64}$/);
const revision = z.int().min(0).max(1_000_000);

export const SaveCampaign = z.strictObject({
  /** The one that was read; 0: none, it is new. */
  revision,
  name: text,
  firstDay: day,
  lastDay: day,
  routine: z.enum(["goes-on", "ends"]).nullable(),
  units: z
    .array(
      z.strictObject({ unit, kind: z.int().min(1).max(96), expected: z.int().min(0).nullable() }),
    )
    .max(500),
  instrument: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("own") }),
    z.strictObject({ kind: z.literal("freda-short"), version: text }),
    z.strictObject({ kind: z.literal("text-pack"), pack: z.string().max(64) }),
  ]),
  contacts: text,
  goals: text,
  guide: text,
  round: z.string().max(100).nullable(),
  tellsReceiver: z.boolean(),
});
export type CampaignToSave = z.infer<typeof SaveCampaign>;

/** Also to take it back: what was sent, once more. */
export const NoteMeeting = z.strictObject({ receipt, unit, day, combination });

export const EnterPile = z.strictObject({
  receipt,
  unit,
  day,
  number: text,
  forms: z.int().min(0).max(100_000),
  lines: z.array(z.strictObject({ combination, count: z.int().min(0).max(100_000) })).max(2_000),
});

export const AnswerConfidence = z.strictObject({
  receipt,
  moment: z.enum(["before", "after"]),
  answer: z.array(z.int().min(1).max(5)).max(10),
});

export const SaveObstacleAction = z.strictObject({
  revision,
  obstacle: z.int().min(1).max(96),
  intention: text,
  responsible: text,
  dueOn: day.nullable(),
  outcome: text,
  state: z.enum(["planned", "done", "dropped"]),
  carriedFrom: z.string().max(64).nullable(),
});

export const SaveChecklist = z.strictObject({ revision, steps: text, contacts: text });

export const LoadTextPack = z.strictObject({ text: z.string().max(200_000) });
