import { z } from "zod";
import { Condition } from "./condition.ts";
import { phaseIds } from "./phase.ts";

/** Every text that people read, in both languages. */
export const Text = z.strictObject({ sv: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

export const PhaseId = z.enum(phaseIds);
export type PhaseId = z.infer<typeof PhaseId>;

/** How sure we are that the owner of the list wrote it so; shown wherever the variable is shown. */
export const Provenance = z.strictObject({
  status: z.enum(["published", "reconstructed"]),
  /** Sources, and what in the row is known and what is not. */
  note: Text.optional(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Option = z.strictObject({
  /** Stable: a published code never changes its meaning. */
  code: z.int().min(1).max(96),
  label: Text,
  help: Text.optional(),
  /** Cannot be chosen together with any other option. */
  exclusive: z.boolean().optional(),
  provenance: Provenance.optional(),
});
export type Option = z.infer<typeof Option>;

/** Chosen on purpose, and never the same as «not yet registered», which is no answer at all. */
export const MissingCode = z.union([z.literal(97), z.literal(98), z.literal(99)]);
export type MissingCode = z.infer<typeof MissingCode>;

export const MissingOption = z.strictObject({ code: MissingCode, label: Text });
export type MissingOption = z.infer<typeof MissingOption>;

/** Added names start with the namespace of their municipality (`k1480.`), county (`l23.`) or measure (`m1.`). */
const variableId = z.string().regex(/^([klm]\d{1,4}\.)?[A-Za-z][A-Za-z0-9]*$/);

/** A numbered variable that is computed from a repeat group instead of being asked. */
export const View = z.strictObject({
  group: z.string(),
  field: z.string(),
  /** Only items of these phases. */
  phases: z.array(PhaseId).optional(),
  /**
   * `set`: the distinct codes of all items; `first` / `last`: the code of one item, in the order of
   * `orderBy` (a field) or of entry.
   */
  take: z.enum(["set", "first", "last"]),
  orderBy: z.string().optional(),
  /** What a row counts as, where the field is not asked in it. 97 unless told. */
  notAskedAs: MissingCode.optional(),
});
export type View = z.infer<typeof View>;

export const DateLimits = z.strictObject({
  notAfterToday: z.boolean().optional(),
  /** Not before the case's first day, when asked in one of these phases. */
  notBeforeStartIn: z.array(PhaseId).optional(),
  /** Not before the date in this other field of the same row. */
  notBefore: z.string().optional(),
});
export type DateLimits = z.infer<typeof DateLimits>;

export const Variable = z.strictObject({
  id: variableId,
  /** Stable across codebooks: what is compared over time is the concept, not the number. */
  concept: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: Text,
  /** The words that ask, where the label is a heading: «Födelseår» under «Ålder vid ärendets start». */
  prompt: Text.optional(),
  /** The question's definition, and an example of how to think. */
  definition: Text.optional(),
  example: Text.optional(),
  type: z.enum(["single", "multiple", "integer", "date"]),
  phase: PhaseId,
  options: z.array(Option).default([]),
  missing: z.array(MissingOption).default([]),
  /** Integers: the lowest and highest value; the unit stands in the label. */
  range: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  /**
   * Birth years: shown as ages at the case's start, in bands whose first age is each cut
   * (and 18 for the youngest).
   */
  ageBandCuts: z.array(z.int()).min(1).optional(),
  /** Dates: the days that cannot be right. */
  dateLimits: DateLimits.optional(),
  /** Asked only where this holds. */
  condition: Condition.optional(),
  /** The options are a scale in their order, and this end of it is the better: what can improve. */
  better: z.enum(["first", "last"]).optional(),
  /** A phase is not complete without an answer, which may be a missing code. Others may stay empty. */
  required: z.boolean().default(true),
  view: View.optional(),
  /** The same question asked earlier: gives that variable its «before». Same options. */
  baselineFor: z.string().optional(),
  /** What an adversary who knows the client is assumed to know already, or must never learn. */
  privacy: z.enum(["known", "sensitive"]),
  /** `national`: leaves in deliveries and releases; `local`: never leaves the municipality. */
  exportLevel: z.enum(["national", "regional", "local"]),
  /** Groups of codes to be merged, in this order, when counts are too small to be shown. */
  collapse: z.array(z.array(z.int()).min(2)).default([]),
  provenance: Provenance,
});
export type Variable = z.infer<typeof Variable>;

/** A question of a repeat group: its phase is that of the row. */
export const Field = Variable.omit({ view: true, phase: true, baselineFor: true });
export type Field = z.infer<typeof Field>;

/** All that can be answered. */
export type Question = Variable | Field;

/** When what a row assesses should be assessed anew: the higher the level, the sooner. */
export const Reassessment = z.strictObject({
  /** The row's fields that hold the day and the level. */
  date: z.string(),
  level: z.string(),
  /** Days from the assessment until the next; every level has its rule, the lowest too. */
  within: z
    .array(z.strictObject({ in: z.array(z.int()).min(1), days: z.int().min(1).max(3660) }))
    .min(1),
  provenance: Provenance,
});
export type Reassessment = z.infer<typeof Reassessment>;

/** Several rows of the same questions within one case, such as interventions. */
export const RepeatGroup = z.strictObject({
  id: z.string().regex(/^([klm]\d{1,4}\.)?[a-z][A-Za-z0-9]*$/),
  label: Text,
  /** «Lägg till insats» */
  addLabel: Text,
  definition: Text.optional(),
  /** Where rows may be added; each row remembers the phase it was added in. */
  phases: z.array(PhaseId).min(1),
  /** Phases that are not complete without at least one row. */
  requiredIn: z.array(PhaseId).default([]),
  condition: Condition.optional(),
  reassess: Reassessment.optional(),
  /** Field conditions see the other fields of the same row (`field`) and the case's answers. */
  fields: z.array(Field).min(1),
});
export type RepeatGroup = z.infer<typeof RepeatGroup>;

/** A key figure, such as the share of cases whose goal was attained. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^([klm]\d{1,4}\.)?[a-z][a-z0-9-]*$/),
  label: Text,
  /** What is counted: the chain eligible → asked → answered → valid is this variable's. */
  variable: z.string(),
  measure: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("share"), codes: z.array(z.int()).min(1) }),
    z.strictObject({ kind: z.literal("mean-distinct") }),
  ]),
  base: z.enum(["answered", "valid"]),
  /** Cases outside it belong neither to numerator nor to denominator. */
  within: Condition.optional(),
  population: z.enum(["started", "closed"]),
  /**
   * Told beside every change that is measured, since a rating that hardly moves must not stand alone:
   * whether the goal was attained, or what the client herself says.
   */
  besideChange: z.enum(["goal", "client"]).optional(),
  provenance: Provenance,
});
export type Indicator = z.infer<typeof Indicator>;

/** A rule across fields: the problem exists where `when` holds. */
export const Check = z.strictObject({
  id: z.string().regex(/^([klm]\d{1,4}\.)?[a-z][a-z0-9-]*$/),
  phase: PhaseId,
  severity: z.enum(["error", "warning"]),
  when: Condition,
  message: Text,
});
export type Check = z.infer<typeof Check>;

/** A group of cases that results are also told for by itself, beside all: those with one of these answers. */
export const Subgroup = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** As a heading: «Hedersrelaterat våld och förtryck». */
  label: Text,
  /** In the middle of a sentence: «hedersrelaterade ärenden». */
  noun: Text,
  /** Not asked of the client; of every case where a chapter is about the group. */
  variable: z.string(),
  /** Of its options; of a birth year its bands of age. */
  codes: z.array(z.int()).min(1),
});
export type Subgroup = z.infer<typeof Subgroup>;

/** One question that the results answer, and what answers it, in the order to be told. */
export const Chapter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** «Vilka söker stöd?» */
  label: Text,
  indicators: z.array(z.string()).default([]),
  variables: z.array(z.string()).default([]),
  /** Told for this subgroup, with all cases beside. */
  subgroup: z.string().optional(),
  /** The chapter that it is told with where there is room for few: a unit's own results have five. */
  partOf: z.string().optional(),
});
export type Chapter = z.infer<typeof Chapter>;

/**
 * What an earlier codebook's answers count as in this one, where that does not follow from the options
 * themselves, or needs words: `carriedOver` says what does follow.
 */
export const EarlierQuestion = z.strictObject({
  /** Of a question in this codebook. */
  concept: z.string(),
  /** The earlier codebook, or the common one that it extends. */
  codebook: z.string(),
  /** Its name there: a variable, or `group.field`. */
  variable: z.string(),
  /** Codes there, and what they are here. Others stand for themselves where both say the same words. */
  codes: z.array(z.strictObject({ from: z.array(z.int()).min(1), to: z.int() })).default([]),
  /** `broken`: it was asked of something else, and nothing is carried over, not even a number. */
  meaning: z.enum(["kept", "broken"]),
  /** Said beside the break. */
  note: Text,
});
export type EarlierQuestion = z.infer<typeof EarlierQuestion>;

export const Phase = z.strictObject({ id: PhaseId, label: Text, definition: Text.optional() });
export type Phase = z.infer<typeof Phase>;

/**
 * Everything that can be asked, in one version. A published version is never edited: answers given
 * under it must stay readable in ten years.
 */
export const Codebook = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: Text,
  definition: Text,
  /**
   * What one set of answers is about, where that is no case of a client. Without a default: a field that
   * is added to every codebook would change what published ones are signed by.
   */
  counts: z.literal("meetings").optional(),
  /** Half-open, like every period: `validUntil` is the first day of the next version. */
  validFrom: z.iso.date(),
  validUntil: z.iso.date().optional(),
  provenance: Provenance,
  /** Present in an overlay only: the codebook it adds to, and its namespace such as `k9001.`. */
  overlays: z
    .strictObject({ codebook: z.string(), namespace: z.string().regex(/^[klm]\d{1,4}\.$/) })
    .optional(),
  /** In an overlay only: measures of the library that are asked too, by their ids. */
  measures: z.array(z.string()).optional(),
  /** Present where an overlay has been applied: the common codebook that all else comes from. */
  extends: z
    .strictObject({
      codebook: z.string(),
      version: z.string(),
      namespace: z.string(),
      /** The measures that came with it. */
      measures: z.array(z.string()).optional(),
    })
    .optional(),
  phases: z.array(Phase),
  variables: z.array(Variable),
  groups: z.array(RepeatGroup).default([]),
  indicators: z.array(Indicator).default([]),
  checks: z.array(Check).default([]),
  /** How answers under earlier codebooks are counted in this one; absent: by their options alone. */
  earlier: z.array(EarlierQuestion).optional(),
  /** How results are told. An overlay takes both from the common codebook. */
  subgroups: z.array(Subgroup).default([]),
  chapters: z.array(Chapter).default([]),
});
export type Codebook = z.infer<typeof Codebook>;
