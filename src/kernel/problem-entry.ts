export type ProblemEntry = {
  /** HTTP status; 0 where the problem can only meet somebody at a terminal. */
  readonly status: number;
  readonly severity: "error" | "warning";
  readonly sv: string;
  readonly en: string;
};

export function error(status: number, sv: string, en: string): ProblemEntry {
  return { status, severity: "error", sv, en };
}

export function warning(sv: string, en: string): ProblemEntry {
  return { status: 422, severity: "warning", sv, en };
}
