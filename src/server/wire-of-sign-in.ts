import type { Instant } from "#kernel";

/**
 * How somebody proves who she is. A code of six digits belongs to every password; the passkey's
 * answer is what the browser gave, as it is.
 */
export type Proof =
  | { readonly kind: "password"; readonly password: string; readonly code: string }
  | { readonly kind: "passkey"; readonly challenge: string; readonly answer: unknown }
  /** Demo folders only, whose accounts have nothing to prove with. */
  | { readonly kind: "demo" };

/** POST /api/account-link {link} → whose it is; 410 `account-link-dead` */
export type AccountLinkView = {
  readonly purpose: "invitation" | "recovery";
  readonly name: string;
  readonly signInName: string;
  readonly municipality: { readonly code: string; readonly name: string };
  /** A seed for her app, in base32, and its otpauth: address; a new one at every asking. */
  readonly codes: { readonly seed: string; readonly address: string; readonly sealed: string };
  /** The providers of identities that this municipality may come in by. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
};

/**
 * POST /api/account-link/way-in {link, way} → 201 `SessionView`: the link is used, older ways in are
 * gone when it was a recovery, and she is signed in. POST /api/account-link/passkey-challenge {link}.
 */
export type WayInChoice =
  | {
      readonly kind: "password";
      readonly password: string;
      /** The `sealed` that came with the seed, and what her app shows now. */
      readonly sealed: string;
      readonly code: string;
    }
  | {
      readonly kind: "passkey";
      readonly name: string;
      readonly challenge: string;
      readonly answer: unknown;
    }
  /** Answers 200 `ProviderWay`: the link is used when she comes back. */
  | { readonly kind: "provider"; readonly provider: string };

/** Where to go, with what only this browser can bring back. */
export type ProviderWay = { readonly address: string };

/** POST /api/passkey-challenge, …/passkeys/challenge, …/passkey-challenge: for the browser as it is. */
export type PasskeyChallenge = {
  /** Goes back with the answer: sealed, five minutes, once. */
  readonly challenge: string;
  readonly options: { readonly [name: string]: unknown };
};

/** GET /api/own-account */
export type OwnAccountView = {
  readonly name: string;
  readonly signInName: string;
  readonly hasPassword: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly createdAt: Instant;
    readonly lastUsedAt: Instant | null;
  }[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly OwnSession[];
};

export type OwnSession = {
  /** Names it among her own, and opens nothing. */
  readonly handle: string;
  readonly isThis: boolean;
  readonly method: "password" | "passkey" | "provider" | "demo";
  readonly device: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
};
