import type { SignedIn } from "./given-app.ts";

/** Those who send, and a case of the worker's that nothing has been done to. */
export type Stage = {
  readonly worker: SignedIn;
  readonly colleague: SignedIn;
  readonly manager: SignedIn;
  readonly coordinator: SignedIn;
  readonly administrator: SignedIn;
  readonly reviewer: SignedIn;
  /** The nation's, with a round of hers. */
  readonly analyst: SignedIn;
  readonly code: string;
  /** An open registration session of the unit's. */
  readonly session: string;
};

/** One text that a request may hold, and how it is sent; `read`: a text to be kept, and where it stands then. */
export type TextField = {
  /** The schema's name and the way to the text in it. */
  readonly field: string;
  readonly send: (stage: Stage, text: string) => Promise<Response>;
  readonly read?: (stage: Stage, answer: unknown) => Promise<readonly unknown[]>;
};

export function field(name: string, send: TextField["send"], read?: TextField["read"]): TextField {
  return { field: name, send, ...(read ? { read } : {}) };
}

export function onCase(
  name: string,
  method: string,
  path: string,
  body: (text: string) => unknown,
): TextField {
  return field(name, (s, text) =>
    s.worker.request(`${method} /api/cases/${s.code}/${path}`, body(text)),
  );
}
