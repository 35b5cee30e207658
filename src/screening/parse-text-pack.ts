import { z } from "zod";
import { checkText, done, type Outcome, type Problem, problem, refused } from "#kernel";
import { findMarkup, hasUnseen } from "./find-markup.ts";
import type { TextPack } from "./text-pack.ts";

type Written = Omit<TextPack, "id">;

/** As a municipality writes it; no more fields than these. */
const WrittenPack = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string().default(""),
  introduction: z.string().default(""),
  questions: z.array(z.string()).min(1).max(20),
});

const longestFile = 100_000;
const longest = {
  name: 100,
  version: 40,
  licence: 500,
  introduction: 2_000,
  question: 500,
} as const;

const whatItHolds =
  "Filen ska innehålla name, version, licence, introduction och questions (1 till 20), och inget annat.";

/** Reads a JSON file that somebody chose: its words are shown as they stand, so they must be words alone. */
export function parseTextPack(text: string): Outcome<Written> {
  if (text.length > longestFile) {
    return refused(problem("text-too-long", "text", { limit: longestFile }));
  }
  const json = parseJson(text);
  if (json.kind === "refused") return json;
  const parsed = WrittenPack.safeParse(json.value);
  if (!parsed.success) {
    return refused(
      ...parsed.error.issues.map((issue) => {
        const path = [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])];
        return malformed(path.join("."), whatItHolds, issue.message);
      }),
    );
  }
  const pack = inOneForm(parsed.data);
  const found = checkPack(pack);
  return found.length > 0 ? refused(...found) : done(pack);
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return refused(malformed("text", "Det är inte giltig JSON.", "not JSON"));
  }
}

/** Composed letters, and nothing around the words. */
function inOneForm({ name, version, licence, introduction, questions }: Written): Written {
  return {
    name: tidy(name),
    version: tidy(version),
    licence: tidy(licence),
    introduction: tidy(introduction),
    questions: questions.map(tidy),
  };
}

function tidy(text: string): string {
  return text.trim().normalize("NFC");
}

function checkPack(pack: Written): readonly Problem[] {
  const { name, version, licence, introduction, questions } = pack;
  return [
    ...checkNeeded(name, "name", longest.name),
    ...checkNeeded(version, "version", longest.version),
    ...checkWords(licence, "licence", longest.licence),
    ...(/\p{L}/u.test(licence) ? [] : [problem("text-pack-without-licence", "licence")]),
    ...checkWords(introduction, "introduction", longest.introduction),
    ...questions.flatMap((each, index) =>
      checkNeeded(each, `questions.${index}`, longest.question),
    ),
  ];
}

function checkNeeded(text: string, at: string, limit: number): readonly Problem[] {
  const isEmpty = !/[\p{L}\p{N}]/u.test(text);
  return [
    ...checkWords(text, at, limit),
    ...(isEmpty ? [malformed(at, "Skriv något där.", "it is empty")] : []),
  ];
}

function checkWords(text: string, at: string, limit: number): readonly Problem[] {
  const found = findMarkup(text);
  const plain = checkText(text, at, limit);
  const isTold = plain.some(({ code }) => code === "text-not-allowed");
  return [
    ...plain,
    ...(hasUnseen(text) && !isTold ? [problem("text-not-allowed", at)] : []),
    ...(found === undefined ? [] : [problem("text-pack-with-markup", at, { found })]),
  ];
}

function malformed(at: string, advice: string, reason: string): Problem {
  return problem("text-pack-malformed", at === "" ? "text" : at, { advice, reason });
}
