import { z } from "zod";

const count = z.int().nonnegative();

/** The attack that opened a cell; `sums`: the printed counts break one of their own relations. */
export const attackNames = ["told", "sums", "exact", "interval", "rounded", "ledger"] as const;
const AttackName = z.enum(attackNames);
export type AttackName = z.infer<typeof AttackName>;

/**
 * How it went, without a count of any cell, its name, or how narrow a failed one is: stored with the
 * release and shown.
 */
export const AuditVerdict = z.strictObject({
  kind: z.enum(["passed", "failed"]),
  /** Cells that are guarded and not told. */
  hidden: count,
  /** Of these, how many can be known, or known too well, by anybody who was tried. */
  opened: count,
  /** What else is wrong: told counts that had to be hidden, sums that do not add up. */
  faults: count,
  /** The least width that was proved of a hidden cell, for any attacker; `null` where none was needed. */
  leastInterval: z.number().nonnegative().nullable(),
  /** Participants whose own numbers were tried. */
  participants: count,
  /** Two participants who tell each other: reported, not required to hold. */
  pairs: z.strictObject({ tried: count, opened: count }),
  earlierPublications: count,
  roundedNumbers: count,
  components: count,
  /** Tries of a guarded cell against the equations alone. */
  exactTries: count,
  /** Intervals proved wide by a move alone, and with the solver; and how many programs it solved. */
  provedByMove: count,
  provedBySolver: count,
  programs: count,
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

/** One who knows: an outsider, or the participant. For the compiler alone, as all findings are. */
export type AuditFinding = {
  readonly attack: AttackName;
  /** The cell's id; of a relation its place, such as «relations[7]». */
  readonly cell: string;
  readonly attacker: "outsider" | { readonly participant: string };
  /** What the cell's count must lie between; `null` where the fault is that it is told. */
  readonly interval: readonly [low: number, high: number] | null;
};

export type AuditReport = {
  /** May be stored and shown. */
  readonly verdict: AuditVerdict;
  /** May not: it names cells and what can be known of them. */
  readonly findings: readonly AuditFinding[];
};
