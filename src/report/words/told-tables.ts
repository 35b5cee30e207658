/** What columns and rows of tables are called. */
export type TableWords = {
  readonly answers: string;
  /** Before the numbers of several kinds in a mean's spread. */
  /** What the answers are a part of. */
  readonly allAnswered: string;
  readonly allValid: string;
  readonly perCase: string;
  readonly figure: string;
  readonly count: string;
  readonly of: string;
  readonly share: string;
  readonly mean: string;
  readonly sum: string;
  /** Both ends of what the uncertainty allows. */
  readonly lowest: string;
  readonly highest: string;
  /** «Riket: andel» */
  readonly beside: (label: string, column: string) => string;
  /** The name of the table that has how a mean is spread. */
  readonly spread: (label: string) => string;
};
