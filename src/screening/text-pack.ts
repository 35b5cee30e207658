/**
 * A municipality's own words for the questions, such as those of an instrument that it has a licence
 * for. Plain text, never markup; we ship none.
 */
export type TextPack = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** By what right the municipality uses the words. Never empty. */
  readonly licence: string;
  /** Read before the first question. */
  readonly introduction: string;
  /** In the order they are asked. */
  readonly questions: readonly string[];
};
