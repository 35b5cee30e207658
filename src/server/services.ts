import type { Codebook } from "#codebook";
import type { Clock, MunicipalityCode, Randomness } from "#kernel";
import type { Store } from "#store";
import type { PublishedNation } from "./published-nation.ts";
import type { UnitFigureBook } from "./unit-figure-book.ts";
import type { SignInOptions } from "./wire.ts";

/** What the routes work with; put together in `compose.ts`, or by a test. */
export type Services = {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly kind: "demo" | "real";
  /** Whether people reach us over TLS: decides the cookie's name and flags. */
  readonly isHttps: boolean;
  readonly allowedOrigins: readonly string[];
  /** By id: the library's codebooks and the municipalities' overlays. */
  readonly codebooks: ReadonlyMap<string, Codebook>;
  /** The one that a municipality's new cases are registered under. */
  readonly codebookOf: (municipality: MunicipalityCode) => string;
  readonly figures: UnitFigureBook;
  /** What the release says that is shown; `null` where none is. */
  readonly release: PublishedNation | null;
  readonly demoAccounts: SignInOptions["demoAccounts"];
  /** The built pages; the document holds `__CSP_NONCE__` where the nonce goes. */
  readonly pages: { readonly document: string; readonly folder: string };
};
