/** `Storgatan 12`, `Björkvägen 3 B`: a street and a number. */
const street =
  /\p{Lu}[\p{L}]*(?:\s\p{L}+)?(?:gatan|gata|vägen|väg|gränden?|torget|stigen|allén|backen|plan|esplanaden|leden)\s\d{1,4}(?:\s?[A-Ha-h])?(?![\p{L}\d])/u;
/** `070-123 45 67`, `+46 70 123 45 67`, `08-12 34 56`: not a year, a day or a sum. */
const phone =
  /(?<![\d-])(?:\+46|0046|0)\s?(?:\(0\))?[1-9]\d{0,2}[\s/-]?\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?![\d-])/;
const email = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/u;

type Contact = {
  readonly kind: "address" | "phone" | "email";
  /** As it stands in the text. */
  readonly found: string;
};

/** The longest honest text is far shorter. */
const searched = 10_000;

/** Where somebody lives or can be reached, if the text says so; `undefined`: nothing found. */
export function findContact(text: string): Contact | undefined {
  const part = text.slice(0, searched);
  const [address] = street.exec(part) ?? [];
  if (address) return { kind: "address", found: address };
  const [mail] = email.exec(part) ?? [];
  if (mail) return { kind: "email", found: mail };
  for (const [number] of part.matchAll(new RegExp(phone, "g"))) {
    const digits = number.replace(/\D/g, "").length;
    if (digits >= 8 && digits <= 13) return { kind: "phone", found: number.trim() };
  }
  return undefined;
}
