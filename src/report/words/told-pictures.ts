/** What pictures say to those who do not see them, and the words within them. */
export type PictureWords = {
  /** «1 204» */
  readonly count: (count: number) => string;
  /** The kind of picture and what is counted, then every number. */
  readonly said: (
    kind: "strip" | "parts" | "transitions" | "slopes" | "dumbbells" | "funnel" | "trend",
    name: string,
    numbers: readonly string[],
  ) => string;
  /** How many went from one level to another. */
  readonly way: (before: string, after: string, count: string) => string;
  /** What rows and columns are: «Raderna: före.» */
  readonly grid: (rows: string, columns: string) => string;
  readonly unchanged: string;
  /** «44 % (30–58 %)» */
  readonly within: (share: string, lower: string, upper: string) => string;
  readonly others: (numbers: readonly string[]) => string;
  readonly otherPlaces: string;
  readonly together: string;
  readonly limits: { readonly inner: string; readonly outer: string };
  readonly centre: string;
  readonly chance: string;
  /** A step outside what chance alone may bring. */
  readonly outside: string;
  /** Before a step from which the question is another. */
  readonly changed: string;
};
