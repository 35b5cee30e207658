import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { effectiveCodebooks, type Variable } from "#codebook";
import {
  parseSurveyLanguage,
  questionIn,
  type SurveyLanguage,
  sourceLanguage,
} from "./language.ts";
import { revealingWords, wordsOfViolence } from "./testing/revealing-words.ts";

const folder = join(import.meta.dirname, "languages");

const languages: readonly SurveyLanguage[] = readdirSync(folder).map((name) => {
  const parsed = parseSurveyLanguage(name, JSON.parse(readFileSync(join(folder, name), "utf8")));
  assert.ok(parsed.kind === "done", name);
  assert.equal(`${parsed.value.tag}.json`, name);
  return parsed.value;
});

function language(tag: string): SurveyLanguage {
  const found = languages.find((each) => each.tag === tag);
  assert.ok(found, tag);
  return found;
}

/** What new cases are asked. */
const [newest] = effectiveCodebooks()
  .filter((codebook) => codebook.extends === undefined)
  .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom));
const asked: readonly Variable[] = (newest?.variables ?? []).filter(
  ({ phase, view }) => phase === "client" && !view,
);

/** Every text in it, with its place. */
function textsIn(part: unknown, place = ""): readonly { place: string; text: string }[] {
  if (typeof part === "string") return [{ place, text: part }];
  return Object.entries(part as object).flatMap(([name, inner]) =>
    textsIn(inner, place === "" ? name : `${place}.${name}`),
  );
}

const found = (text: string, words: readonly string[]) =>
  words.filter((word) => text.toLowerCase().includes(word));

test("clients can choose among Swedish, easy Swedish, English and Arabic", () => {
  assert.deepEqual(languages.map(({ tag, direction }) => `${tag} ${direction}`).toSorted(), [
    "ar rtl",
    "en ltr",
    "sv ltr",
    "sv-x-lattlast ltr",
  ]);
});

test("no text of any language is empty or carelessly spaced", () => {
  for (const { tag, ...rest } of languages) {
    for (const { place, text } of textsIn(rest)) {
      assert.match(text, /\p{L}/u, `${tag} ${place}`);
      assert.equal(text, text.trim().replace(/\s+/g, " "), `${tag} ${place}`);
    }
  }
});

test("every question and answer is told in every language, as it is now asked in Swedish", () => {
  assert.ok(asked.length > 0);
  for (const each of languages) {
    for (const question of asked) {
      const told = questionIn(each, question);
      assert.equal(told.tag, each.tag, `${each.tag} ${question.id}`);
      const texts = told.options.map(({ text }) => text);
      assert.equal(new Set(texts).size, question.options.length, `${each.tag} ${question.id}`);
    }
  }
});

test("a translation holds no answer to a question that is not asked", () => {
  for (const { tag, questions } of languages) {
    for (const [concept, { options }] of Object.entries(questions)) {
      const question = asked.find((each) => each.concept === concept);
      const codes = question?.options.map(({ code }) => String(code));
      assert.deepEqual(Object.keys(options), codes, `${tag} ${concept}`);
    }
  }
});

test("where a number belongs, every language has its place", () => {
  const places = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).toSorted();
  for (const { tag, words } of languages) {
    assert.deepEqual(places(words.asking.place), ["{count}", "{number}"], tag);
    assert.deepEqual(places(words.paper.onlyIf), ["{number}", "{options}"], tag);
    const { asking, paper, neutral } = words;
    const others = textsIn({ ...asking, ...neutral, ...paper, place: "", onlyIf: "" });
    for (const { place, text } of others) assert.deepEqual(places(text), [], `${tag} ${place}`);
  }
});

test("nothing before the four digits, after the answers, or over the paper tells what it is about", () => {
  for (const { tag, words, name } of languages) {
    const open = { ...words.neutral, name, paper: words.paper.title };
    for (const { place, text } of textsIn(open)) {
      assert.deepEqual(found(text, revealingWords), [], `${tag} ${place}`);
    }
    assert.equal(words.paper.title, words.neutral.title, tag);
  }
});

test("the questions themselves would be found by the same words", () => {
  for (const each of languages) {
    const texts = asked.map((question) => questionIn(each, question).ask).join(" ");
    assert.ok(found(texts, wordsOfViolence).length > 0, each.tag);
    assert.ok(found(texts, revealingWords).length > 1, each.tag);
  }
});

test("the sheet that is taken home says nothing of violence", () => {
  for (const { tag, information } of languages) {
    for (const { place, text } of textsIn(information)) {
      assert.deepEqual(found(text, wordsOfViolence), [], `${tag} ${place}`);
    }
  }
});

test("the sheet tells the same things in every language: the law, the authority, as many parts", () => {
  const { sections } = language(sourceLanguage).information;
  for (const { tag, information } of languages) {
    assert.equal(information.sections.length, sections.length, tag);
    const texts = textsIn(information).map(({ text }) => text);
    for (const named of ["2001:454", "6.1 e", "9.2 h", "imy.se"]) {
      assert.ok(
        texts.some((text) => text.includes(named)),
        `${tag} ${named}`,
      );
    }
  }
});

test("easy Swedish has short sentences, and one thought on each line of the sheet", () => {
  const { words, information, questions } = language("sv-x-lattlast");
  for (const { place, text } of textsIn([words, information, Object.values(questions)])) {
    if (place.endsWith("swedish")) continue;
    for (const sentence of text.split(/[.?!:](?:\s|$)/)) {
      const count = sentence.split(" ").length;
      assert.ok(count <= 13, `${place}: ${count} words in «${sentence}»`);
    }
  }
  for (const { paragraphs } of information.sections) {
    for (const paragraph of paragraphs) {
      assert.ok((paragraph.match(/[.?!](?:\s|$)/g) ?? []).length <= 2, paragraph);
    }
  }
});

test("Arabic has its own punctuation, and codes in it are read from the left", () => {
  const { words, information, questions } = language("ar");
  for (const { place, text } of textsIn([words, information, Object.values(questions)])) {
    if (place.endsWith("swedish")) continue;
    assert.match(text, /\p{Script=Arabic}/u, place);
    assert.doesNotMatch(text, /[?,;]/, place);
    // Without the mark, what stands around the hyphens of a code changes places.
    for (const [code] of text.matchAll(/.?\d[\dA-Z]*-[\dA-Z-]+/g)) {
      assert.ok(code.startsWith("\u200e"), place);
    }
  }
});

test("what the client is told about her answers is the same on the screen and on paper", () => {
  for (const { tag, words } of languages) {
    const onPaper = words.paper.intro.join(" ");
    for (const promise of words.asking.promises) {
      assert.ok(onPaper.includes(promise.replace(/[.]$/, "")), `${tag}: ${promise}`);
    }
  }
});

const [first] = asked;
assert.ok(first);
const inEnglish = language("en");

test("a question that is asked otherwise in Swedish by now is asked in Swedish", () => {
  const reworded = { ...first, prompt: { sv: "Hur mår du?", en: "How are you?" } };
  const told = questionIn(inEnglish, reworded);
  assert.deepEqual([told.tag, told.direction, told.ask], ["sv", "ltr", "Hur mår du?"]);
});

test("a question with an answer more than is translated is asked whole in Swedish", () => {
  const more = { code: 9, label: { sv: "Annat", en: "Other" } };
  const told = questionIn(inEnglish, { ...first, options: [...first.options, more] });
  assert.equal(told.tag, "sv");
  assert.equal(told.options.at(-1)?.text, "Annat");
  assert.equal(told.options[0]?.text, first.options[0]?.label.sv);
});

test("a question that no language knows is asked in Swedish, whatever it is called", () => {
  for (const concept of ["ownQuestion", "toString", "__proto__"]) {
    assert.equal(questionIn(language("ar"), { ...first, concept }).tag, "sv", concept);
  }
});

test("what is wrong with a language is told with its file and place", () => {
  const { tag, ...broken } = inEnglish;
  const parsed = parseSurveyLanguage("en.json", { ...broken, tag: `${tag}/../sv`, extra: 1 });
  assert.ok(parsed.kind === "refused");
  assert.deepEqual(
    parsed.problems.map(({ code, at }) => `${code} ${at}`),
    ["language-malformed en.json: tag", "language-malformed en.json: "],
  );
});
