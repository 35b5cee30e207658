import { argon2, timingSafeEqual } from "node:crypto";
import type { Randomness } from "#kernel";

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane; about 60 ms. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** `argon2id$19456$2$1$<nonce>$<tag>`, base64url: holds its own cost, so that it can be raised later. */
export async function hashPassword(password: string, randomness: Randomness): Promise<string> {
  const nonce = Buffer.from(randomness.bytes(16));
  const tag = await derive(password, nonce, cost);
  const numbers = [cost.memory, cost.passes, cost.parallelism];
  return ["argon2id", ...numbers, nonce.toString("base64url"), tag.toString("base64url")].join("$");
}

/** A missing hash (unknown account) takes the same time as a wrong password. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = (hash ?? decoy).split("$");
  if (!nonce || !tag) return false;
  const expected = Buffer.from(tag, "base64url");
  const actual = await derive(password, Buffer.from(nonce, "base64url"), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected) && hash !== undefined;
}

const decoy = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

function derive(message: string, nonce: Buffer, parameters: typeof cost): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  argon2("argon2id", { message: message.normalize("NFC"), nonce, ...parameters }, (error, tag) =>
    error ? reject(error) : resolve(tag),
  );
  return promise;
}
