import { z } from "zod";
import { checkText, type IsoDate, isoDate } from "#kernel";
import { isCanonical } from "./signing-key.ts";

export const noteFormat = "skillnad-note/1";

/** What a receiver and the other participants are told of an action: no day, no unit, no name. */
export type SharedAction = {
  /** The same each time that it is shared. */
  readonly id: string;
  /** The figure in the release («V24»); `null`: no certain one. */
  readonly about: string | null;
  readonly intention: string;
  /** A post («enhetschef»). */
  readonly responsible: string;
  readonly state: "planned" | "under-way" | "done" | "dropped";
  /** What came of it; empty: nothing is said. */
  readonly outcome: string;
};

export type Note =
  /** Its cases are checked, and nothing stops them from being delivered. */
  | { readonly kind: "checked" }
  /** Asks how a delivery is: SHA-256 of its lines. */
  | { readonly kind: "state"; readonly delivery: string }
  /** All that it shares now, instead of what it shared before. */
  | { readonly kind: "actions"; readonly actions: readonly SharedAction[] }
  /** Roughly how far it has come in a month of asking. */
  | { readonly kind: "participation"; readonly participation: ToldParticipation };

/** Of a municipality while a month of asking goes on; meetings in whole tens, rounded down. */
export type ToldParticipation = {
  readonly day: IsoDate;
  readonly units: number;
  /** Of the units, how many have noted anything. */
  readonly noted: number;
  readonly expected: number | null;
  readonly meetings: number;
};

/** So many actions of these lengths fit, whatever they are written in. */
export const noteLimits = {
  bytes: 64 * 1024,
  actions: 16,
  intention: 400,
  responsible: 80,
  outcome: 800,
  /** Of a municipality in one round. */
  units: 500,
  meetings: 50_000_000,
  /** Minutes from when it was signed until nobody takes it any more. */
  minutes: 10,
} as const;

const text = (most: number) => z.string().refine((text) => checkText(text, "", most).length === 0);
const filled = (most: number) => text(most).refine((text) => text.trim() !== "");

const Action = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  about: z.nullable(z.string().regex(/^[\p{L}\d][\p{L}\d._-]{0,39}$/u)),
  intention: filled(noteLimits.intention),
  responsible: filled(noteLimits.responsible),
  state: z.enum(["planned", "under-way", "done", "dropped"]),
  outcome: text(noteLimits.outcome),
});

const count = z.int().min(0).max(noteLimits.meetings);

const Participation = z
  .strictObject({
    day: z.iso.date().transform(isoDate),
    units: z.int().min(1).max(noteLimits.units),
    noted: z.int().min(0),
    expected: count.nullable(),
    meetings: count.refine((value) => value % 10 === 0),
  })
  .refine(({ units, noted }) => noted <= units);

const NoteForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("checked") }),
  z.strictObject({
    kind: z.literal("state"),
    delivery: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({
    kind: z.literal("actions"),
    actions: z
      .array(Action)
      .max(noteLimits.actions)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  }),
  z.strictObject({ kind: z.literal("participation"), participation: Participation }),
]);

export const SignedNoteForm = z.strictObject({
  format: z.literal(noteFormat),
  sender: z.strictObject({
    municipality: z.string().regex(/^\d{4}$/),
    key: z.string().refine((key) => isCanonical(key, 32)),
  }),
  receiver: z.string().regex(/^\d{4}$/),
  round: z.string().regex(/^[\p{L}\d][\p{L}\d._-]{0,39}$/u),
  at: z.iso.datetime({ precision: 3 }),
  note: NoteForm,
  signature: z.string().refine((signature) => isCanonical(signature, 64)),
});
