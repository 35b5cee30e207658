import { parseIsoDate } from "#kernel";
import type { AnswerValue } from "./answer.ts";

/** More than any question can have options. */
const mostCodes = 96;

/**
 * Reads an answer from untrusted JSON: own properties only, nothing more than the kind needs, codes
 * sorted and each once. Whether it fits its question is for `checkAnswer`.
 */
export function parseAnswerValue(input: unknown): AnswerValue | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const found = new Map<string, unknown>(Object.entries(input));
  if (found.size !== 2) return undefined;
  switch (found.get("kind")) {
    case "codes":
      return parseCodes(found.get("codes"));
    case "number": {
      const number = found.get("number");
      return typeof number === "number" && Number.isSafeInteger(number)
        ? { kind: "number", number }
        : undefined;
    }
    case "date": {
      const date = parseIsoDate(found.get("date"));
      return date === undefined ? undefined : { kind: "date", date };
    }
    case "missing": {
      const code = found.get("code");
      return code === 97 || code === 98 || code === 99 ? { kind: "missing", code } : undefined;
    }
    default:
      return undefined;
  }
}

function parseCodes(input: unknown): AnswerValue | undefined {
  if (!Array.isArray(input) || input.length > mostCodes) return undefined;
  const codes = new Set<number>();
  for (const code of input as readonly unknown[]) {
    if (typeof code !== "number" || !Number.isInteger(code)) return undefined;
    if (code < 1 || code > mostCodes) return undefined;
    codes.add(code);
  }
  return { kind: "codes", codes: [...codes].sort((a, b) => a - b) };
}
