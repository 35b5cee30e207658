import { parseSenders, type RoundInvitation } from "#delivery";
import {
  checkText,
  done,
  isInventedMunicipality,
  type MunicipalityCode,
  municipalityCode,
  type Outcome,
  type Problem,
  problem,
  refused,
} from "#kernel";
import type { RoundParticipant } from "#store";
import type { NameParticipants } from "../requests-of-rounds.ts";

/** Those who are named anew, and those whose name or county is told otherwise than before. */
export function decideParticipants(
  { participants: named }: NameParticipants,
  kind: RoundInvitation["kind"],
  before: readonly RoundParticipant[],
): Outcome<readonly RoundParticipant[]> {
  const problems = named.flatMap(({ code, name }, index) => [
    ...checkText(name, "name", 100),
    ...(name.trim() === "" ? [problem("malformed-request", "name")] : []),
    ...kindProblems(municipalityCode(code), kind),
    ...(named.findIndex((each) => each.code === code) < index
      ? [problem("participants-doubled", code, { code })]
      : []),
  ]);
  if (problems.length > 0) return refused(...problems.slice(0, 20));
  const known = new Map(before.map((each) => [each.code, each]));
  return done(
    named.map(({ code: text, name, county }): RoundParticipant => {
      const code = municipalityCode(text);
      const noted = {
        ...{ signingKeys: [], checkedAt: null, remindedAt: null, leftAt: null },
        participation: null,
      };
      return { ...noted, ...known.get(code), code, name: name.trim(), county };
    }),
  );
}

/** What is invented must never be mistaken for a true municipality, nor the reverse. */
function kindProblems(code: MunicipalityCode, kind: RoundInvitation["kind"]): readonly Problem[] {
  if (isInventedMunicipality(code) === (kind === "demo")) return [];
  const found = kind === "demo" ? "participant-not-invented" : "participant-invented";
  return [problem(found, code, { code })];
}

const publicPart = /^[A-Za-z0-9_-]{43}$/;

/**
 * The public parts of the keys that a municipality has given away, each its line of JSON; of those that
 * are known already the bare key will do.
 */
export function decideKeys(
  lines: readonly string[],
  of: RoundParticipant,
  others: readonly RoundParticipant[],
): Outcome<readonly string[]> {
  const { code } = of;
  const keys = new Set<string>();
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== "")) {
    const isBare = publicPart.test(line) && of.signingKeys.includes(line);
    const text = isBare ? JSON.stringify({ municipality: code, key: line }) : line;
    const parsed = parseSenders(`[${text}]`, "keys");
    const [sender, ...more] = parsed.kind === "done" ? parsed.value : [];
    if (!sender || more.length > 0 || sender.municipality !== code) {
      return refused(problem("participant-key-wrong", "keys", { code }));
    }
    const owner = others.find(
      (each) => each.code !== code && each.signingKeys.includes(sender.key),
    );
    if (owner) return refused(problem("participant-key-taken", "keys", { other: owner.name }));
    keys.add(sender.key);
  }
  return done([...keys]);
}
