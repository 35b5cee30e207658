export type NewParticipant = {
  readonly code: string;
  readonly name: string;
  /** Two digits. */
  readonly county: string;
};

export type ReadParticipants = {
  readonly participants: readonly NewParticipant[];
  /** Lines that could not be read, each with why. */
  readonly problems: readonly string[];
};

/**
 * Pasted lines of code, name and county, as a spreadsheet or a list gives them: between tabs, semicolons
 * or commas. Without a county it is the first two digits of the code, as Statistics Sweden numbers them.
 */
export function readParticipants(text: string): ReadParticipants {
  const participants = new Map<string, NewParticipant>();
  const problems: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const parts = partsOf(line);
    const [code = "", name = "", county = code.slice(0, 2)] = parts;
    const isHeading = at === 0 && /^(kod|kommunkod|code)$/i.test(code);
    if (isHeading) continue;
    const wrong = isUnparted(parts)
      ? unparted
      : whatIsWrong(code, name, county, participants.has(code));
    if (wrong) problems.push(`Rad ${at + 1}: ${wrong}`);
    else participants.set(code, { code, name, county });
  }
  return { participants: [...participants.values()], problems };
}

/** A code and a name with only a space between: a list that was typed, or pasted from a page. */
const unparted = "skriv komma eller tab mellan kommunkoden, namnet och länskoden.";

function isUnparted(parts: readonly string[]): boolean {
  return parts.length === 1 && /^\d{4}\s+\S/.test(parts[0] ?? "");
}

function partsOf(line: string): readonly string[] {
  const between = ["\t", ";", ","].find((mark) => line.includes(mark)) ?? ",";
  return line
    .split(between)
    .map((part) => part.trim())
    .filter((part, at) => part !== "" || at < 2);
}

function whatIsWrong(
  code: string,
  name: string,
  county: string,
  isDouble: boolean,
): string | undefined {
  if (!/^\d{4}$/.test(code)) return "kommunkoden ska vara fyra siffror.";
  if (isDouble) return `koden ${code} står två gånger.`;
  if (name === "") return "namnet saknas.";
  if (name.length > 100) return "namnet är längre än 100 tecken.";
  if (!/^\d{2}$/.test(county)) return "länskoden ska vara två siffror.";
  return undefined;
}
