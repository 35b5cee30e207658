import type { PasskeyChallenge } from "#server";
import type { Reply } from "../../api/reply.ts";
import { request } from "../../api/request.ts";

/** What goes back: the challenge as it came, and what the authenticator made of it. */
export type PasskeyAnswer = { readonly challenge: string; readonly answer: unknown };

/** `stopped`: she closed the browser's own window, or let it wait too long. */
export type Asked = Reply<PasskeyAnswer> | { readonly kind: "stopped" };

/**
 * Whether this browser can use passkeys here: they belong to a name, so at a bare number
 * (127.0.0.1) no browser offers any, and what cannot translate between JSON and keys is too old.
 */
export function canUsePasskeys(): boolean {
  const isNumber = /^[\d.]+$|^\[/.test(window.location.hostname);
  if (isNumber || !window.isSecureContext || !("PublicKeyCredential" in window)) return false;
  return typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";
}

/** Lets her choose a passkey of hers and show that it is her. */
export async function askForPasskey(): Promise<Asked> {
  const asked = await request<PasskeyChallenge>("POST", "/api/passkey-challenge", { body: {} });
  return answered(asked, (options) =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as unknown as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );
}

/** Makes a new one. @param path where the challenge is asked for, with this body. */
export async function makePasskey(path: string, body: object): Promise<Asked> {
  const asked = await request<PasskeyChallenge>("POST", path, { body });
  return answered(asked, (options) =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
}

async function answered(
  asked: Reply<PasskeyChallenge>,
  act: (options: PasskeyChallenge["options"]) => Promise<Credential | null>,
): Promise<Asked> {
  if (asked.kind !== "ok") return asked;
  try {
    const made = await act(asked.value.options);
    if (!(made instanceof PublicKeyCredential)) return { kind: "stopped" };
    return { kind: "ok", value: { challenge: asked.value.challenge, answer: made.toJSON() } };
  } catch {
    // Closed, waited too long, or the authenticator has one already: browsers tell them apart badly.
    return { kind: "stopped" };
  }
}
