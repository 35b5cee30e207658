/** Ten or twelve digits, with an optional - or + before the last four; full-width digits count too. */
const plain = /(?<!\d)(?:\d{2})?(\d{6})\s?[-+–]?\s?(\d{4})(?!\d)/g;
/** The same with a dash or a point in the date. */
const dashed = /(?<!\d)(?:\d{2})?(\d{2}[-.]\d{2}[-.]\d{2})\s?[-+–.]\s?(\d{4})(?!\d)/g;
/** A date, a separator and four digits: nobody writes that by chance, so a mistyped one counts too. */
const separated =
  /(?<!\d)(?:18|19|20)?(\d{6})(?: ?[-+\u2212\p{Dash_Punctuation}] ?| )\d{4}(?!\d)/gu;
/** Seen by nobody, they would make one number two. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Whether the text holds something that reads as a Swedish personnummer or samordningsnummer:
 * a possible date (day up to 91, since coordination numbers add 60), a separator and four digits,
 * or ten or twelve digits in a row whose last is Luhn's check digit. Digits in a row that fail it are
 * let be: numbers of diaries and telephones are written so.
 * Source: Skatteverket, SKV 704 and SKV 707.
 */
export function hasPersonnummer(text: string): boolean {
  const shown = text.normalize("NFKC").replace(invisible, "");
  for (const [, date = ""] of shown.matchAll(separated)) {
    if (isPossibleDate(date)) return true;
  }
  for (const [, written = "", last = ""] of [...shown.matchAll(plain), ...shown.matchAll(dashed)]) {
    const date = written.replace(/\D/g, "");
    if (isPossibleDate(date) && passesLuhn(date + last)) return true;
  }
  return false;
}

function isPossibleDate(sixDigits: string): boolean {
  const month = Number(sixDigits.slice(2, 4));
  const day = Number(sixDigits.slice(4, 6));
  const plainDay = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && plainDay >= 1 && plainDay <= 31;
}

function passesLuhn(tenDigits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const weighted = Number(tenDigits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
