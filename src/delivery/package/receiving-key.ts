import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** What is sealed to its public part (`age1…`) opens with the private one (`AGE-SECRET-KEY-1…`). */
export type ReceivingKey = {
  readonly kind: "receiving";
  readonly public: string;
  readonly private: string;
};

export async function generateReceivingKey(): Promise<ReceivingKey> {
  const identity = await generateX25519Identity();
  return { kind: "receiving", public: await identityToRecipient(identity), private: identity };
}

/** The public part of a private one; `undefined` when it is none. */
export async function receiverOf(privatePart: string): Promise<string | undefined> {
  if (!/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(privatePart)) return undefined;
  // A wrong letter contradicts the checksum that is part of the text.
  return await identityToRecipient(privatePart).catch(() => undefined);
}

/** As it is written; whether its checksum is right, `isReceiver` says. */
export const receiverForm = /^age1[02-9ac-hj-np-z]{58}$/;

export function isReceiver(text: string): boolean {
  if (!receiverForm.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}
