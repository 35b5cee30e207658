import assert from "node:assert/strict";
import { test } from "node:test";
import { resultSpecifications } from "#tabulation";
import { nationFigures } from "../nation-figures.ts";
import { panelOf } from "../panel-of-figure.ts";
import { unitResults } from "../results/unit-results.ts";
import { livedStories } from "../testing/lived-stories.ts";
import { numbersAgree } from "../testing/numbers-agree.ts";
import { frequencyCounts, safeTable, shippedCodebook } from "../testing/safe-tables.ts";
import { smallRelease } from "../testing/small-release.ts";
import { countable } from "../testing/unit-story.ts";
import { responseWordsOf } from "../words/response/response-words.ts";

const codebook = shippedCodebook();
const survey = { closed: 36, offered: 20, answered: 12 };

async function clientPanels(told: typeof survey) {
  const unit = { codebook, stories: livedStories(45) };
  const tables = await countable(unit, resultSpecifications(codebook));
  const { sections } = unitResults(tables, { codebook, language: "sv", survey: told });
  return sections.flatMap(({ id, panels }) =>
    panels.map((panel) => ({ panel, isHers: id === "client" || panel.id.startsWith("change of") })),
  );
}

for (const [name, told, sv, en] of [
  [
    "many",
    { closed: 1528, offered: 900, answered: 567 },
    "Svar från 37 procent av de avslutade ärendena (567 av 1\u00a0528); enkäten erbjöds i 900.",
    "Answers from 37 per cent of the closed cases (567 of 1,528); the survey was offered in 900.",
  ],
  [
    "few",
    { closed: 7, offered: 5, answered: 1 },
    "Svar från ett av sju avslutade ärenden; enkäten erbjöds i fem.",
    "Answers from one of seven closed cases; the survey was offered in five.",
  ],
  [
    "none",
    { closed: 40, offered: null, answered: 0 },
    "Svar från 0 procent av de avslutade ärendena (0 av 40).",
    "Answers from 0 per cent of the closed cases (0 of 40).",
  ],
  [
    "one case",
    { closed: 1, offered: null, answered: 0 },
    "Inget svar från det enda avslutade ärendet.",
    "No answer from the only closed case.",
  ],
] as const) {
  test(`so many of the closed cases have an answer: ${name}`, () => {
    assert.equal(responseWordsOf("sv").rate(told, 10, null), sv);
    assert.equal(responseWordsOf("en").rate(told, 10, null), en);
  });
}

test("inside a unit it stands beside all that the client says, with its numbers, and beside nothing else", async () => {
  const told = await clientPanels(survey);
  assert.ok(told.filter(({ isHers }) => isHers).length > 4);
  for (const { panel, isHers } of told) {
    const sentence = panel.sentences.find((each) => each.startsWith("Svar från"));
    assert.equal(sentence !== undefined, isHers, panel.id);
    if (!isHers) continue;
    assert.match(sentence ?? "", /^Svar från 33 procent .* \(12 av 36\); enkäten erbjöds i 20\./);
    assert.match(sentence ?? "", /fem åt gången/);
    // Five at a time.
    if (!panel.id.startsWith("change of")) numbersAgree(panel, [5]);
  }
});

/**
 * What a rate beside a figure that waits for its fives gives away. The rate is made of what the cases say
 * of the survey (offered, answered), which the unit sees case by case: that an answer came, on which day.
 * The figure is made of whole fives of answers. Together they tell how many answers wait, and, where more
 * than five surveys have come and a question shows fewer, that somebody skipped it — never who, and never
 * what was said: two units that differ by nothing but what was said have the same rate, and by nothing but
 * how many came have the same answers.
 */
test("one more answer moves the rate, and of what was said nothing", async () => {
  const [before, after] = [
    await clientPanels(survey),
    await clientPanels({ ...survey, answered: survey.answered + 1 }),
  ];
  const said = (told: typeof before) =>
    told.map(({ panel: { title, sentences, tables, picture } }) => ({
      title,
      sentences: sentences.filter((each) => !each.startsWith("Svar från")),
      tables: tables.filter(({ caption }) => !/svar på enkäten$/i.test(caption)),
      picture,
    }));
  assert.deepEqual(said(after), said(before));
  assert.notDeepEqual(after, before);
});

test("published it is told in numbers that the chain shows, also beside a part of the answers", () => {
  const chapters = nationFigures(smallRelease(), codebook, "sv");
  const figures = chapters.flatMap((chapter) => chapter.figures);
  const told = figures.filter(({ response }) => response !== null);
  assert.ok(told.length >= 2);
  for (const figure of told) {
    const { response, base } = figure;
    assert.equal(response?.closed, base.eligible);
    assert.equal(response?.answered, base.answered);
    assert.ok(panelOf(figure, "sv").sentences.includes(response?.sentence ?? ""));
  }
});

test("where a step of the chain may not be shown no rate is told", () => {
  for (const hidden of ["eligible", "answered"] as const) {
    const counts = frequencyCounts(60, [1, 40], [2, 20]);
    assert.ok(counts.kind === "frequencies");
    const base = { ...counts.base, [hidden]: null };
    const table = safeTable({ id: "V26", population: "closed", counts: { ...counts, base } });
    const figures = nationFigures([table], codebook, "sv").flatMap((chapter) => chapter.figures);
    assert.deepEqual(
      figures.map(({ response }) => response),
      [null],
    );
  }
});
