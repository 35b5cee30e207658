import type { Page } from "playwright-core";
import type { Role } from "#access";

/** One page, or a state of it, that a role can open. */
export type Visit = {
  readonly name: string;
  readonly path: string;
  readonly roles: readonly Role[];
  readonly heading: string | RegExp;
  /** From the page as it opens to the state that is meant. */
  readonly act?: (page: Page) => Promise<void>;
};
