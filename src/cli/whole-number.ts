/** What a word on the command line says in digits alone: no sign, no point, no exponent. */
export function wholeNumber(
  word: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const number = /^\d{1,15}$/.test(word) ? Number(word) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
