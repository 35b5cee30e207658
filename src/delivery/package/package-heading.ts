import { sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson, municipalityCode } from "#kernel";
import { limits, type PackageHeading, packageFormat } from "../delivery-format.ts";
import { doubledName } from "../doubled-name.ts";
import { asShown } from "../faults.ts";
import { PackageFault } from "./package-fault.ts";
import { receiverForm } from "./receiving-key.ts";
import { isCanonical, privateKeyFrom, publicKeyFrom, type SigningKey } from "./signing-key.ts";

export const PackageHeadingForm = z.strictObject({
  format: z.literal(packageFormat),
  sender: z.strictObject({
    municipality: z.string().regex(/^\d{4}$/),
    key: base64urlOf(32),
  }),
  receivers: z
    .array(z.string().regex(receiverForm))
    .min(1)
    .max(limits.receivers)
    .refine((all) => all.every((each, at) => at === 0 || (all[at - 1] ?? "") < each)),
  content: z.strictObject({
    bytes: z.int().min(0).max(limits.bytes),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  signature: base64urlOf(64),
});

function base64urlOf(bytes: number) {
  const length = Math.ceil((bytes * 4) / 3);
  return z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`))
    .refine((text) => isCanonical(text, bytes));
}

/** The line, without its line feed. */
export function packageHeadingLine(
  { municipality, public: key, private: privatePart }: SigningKey,
  about: Pick<PackageHeading, "receivers" | "content">,
): string {
  const unsigned = { format: packageFormat, sender: { municipality, key }, ...about } as const;
  const signature = sign(undefined, signedBytes(unsigned), privateKeyFrom(privatePart));
  const heading: PackageHeading = { ...unsigned, signature: signature.toString("base64url") };
  return JSON.stringify(heading);
}

/** What is signed: the canonical JSON (RFC 8785) of the heading without its signature. */
function signedBytes(unsigned: Omit<PackageHeading, "signature">): Buffer {
  const { format, sender, receivers, content } = unsigned;
  return Buffer.from(canonicalJson({ format, sender, receivers, content }));
}

/** Whether the key that the heading names has signed it. Whose that key is, is not said here. */
export function isSigned({ signature, ...unsigned }: PackageHeading): boolean {
  const bytes = signedBytes(unsigned);
  try {
    const key = publicKeyFrom(unsigned.sender.key);
    return verify(undefined, bytes, key, Buffer.from(signature, "base64url"));
  } catch {
    // No point of the curve.
    return false;
  }
}

/** @throws a fault for what is no heading. Nothing in it is believed yet. */
export function parsePackageHeading(line: Uint8Array, file: string): PackageHeading {
  let text: string;
  let input: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line);
    input = JSON.parse(text);
  } catch {
    throw new PackageFault("package-heading-unreadable", file);
  }
  const format = formatOf(input);
  if (format !== packageFormat) {
    const details = { wanted: packageFormat, found: asShown(format) };
    throw new PackageFault("package-wrong-format", file, details);
  }
  const doubled = doubledName(text);
  if (doubled !== undefined) {
    throw new PackageFault("package-heading-wrong", file, { place: asShown(doubled) });
  }
  const parsed = PackageHeadingForm.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const place = [...(issue?.path ?? []), ...keys].map(String).join(".");
    throw new PackageFault("package-heading-wrong", file, { place: asShown(place) });
  }
  const { sender, ...rest } = parsed.data;
  return { ...rest, sender: { ...sender, municipality: municipalityCode(sender.municipality) } };
}

function formatOf(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "format")) {
    return undefined;
  }
  return (input as { readonly format: unknown }).format;
}
