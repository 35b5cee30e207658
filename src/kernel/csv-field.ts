/** Also the wide forms, and what stands after white space: some programs look past it. */
const runnable = /^\s*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u;

/**
 * Text as one field of a CSV file, quoted as RFC 4180 says. What a spreadsheet would run has an
 * apostrophe before it. Numbers are not to be passed through it: «-0,4» is one.
 */
export function csvField(text: string, delimiter: "," | ";" = ","): string {
  const harmless = runnable.test(text) ? `'${text}` : text;
  const isPlain = !harmless.includes(delimiter) && !/["\r\n]/.test(harmless);
  return isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`;
}
