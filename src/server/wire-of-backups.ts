import type { Instant, IsoDate } from "#kernel";

/** GET /api/backups */
export type BackupsView = {
  /** Who sets the plan; `nobody`: a demo is not backed up. */
  readonly decider: "administrator" | "operator" | "nobody";
  readonly plan: BackupPlanView | null;
  /** Where it is, and of what content. */
  readonly made: {
    readonly at: Instant;
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
  } | null;
  readonly next: { readonly day: IsoDate; readonly time: string } | null;
  readonly drilled: {
    readonly at: Instant;
    readonly passed: boolean;
    readonly file: string;
  } | null;
  /** When the key file beside the backups was last written. */
  readonly keyFileAt: Instant | null;
  readonly freeBytes: number | null;
  /** What must be done, and what should be known: sentences that say what to do. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  readonly underWay: {
    readonly kind: "backup" | "drill";
    readonly count: number;
    readonly of: number;
  } | null;
};

export type BackupPlanView = {
  /** By the clock in Sweden. */
  readonly time: string;
  readonly folder: string;
  readonly recipients: readonly string[];
  readonly keep: number;
  readonly drillDays: number;
};

/** POST /api/backups/key: told once, and kept nowhere. */
export type BackupKeyView = { readonly public: string; readonly private: string };
