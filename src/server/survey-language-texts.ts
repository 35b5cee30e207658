import type { Codebook, Variable } from "#codebook";
import { type ClientInformation, questionIn, type SurveyLanguage, type SurveyWords } from "#survey";
import type { SurveyLanguageView } from "./wire-of-survey.ts";

type Texts = SurveyLanguageView["texts"];
type Words = SurveyLanguage["words"];

/** Where a client meets each word; in the order in which she does. A word without a place does not compile. */
const places: {
  readonly [Part in keyof SurveyWords]: {
    readonly [Word in keyof SurveyWords[Part]]: readonly [section: string, place: string];
  };
} = {
  neutral: {
    title: ["Före siffrorna", "sidans namn"],
    language: ["Före siffrorna", "val av språk"],
    code: ["Före siffrorna", "fältet för koden"],
    codeHelp: ["Före siffrorna", "hjälp till koden"],
    enterPin: ["Före siffrorna", "uppmaning"],
    pin: ["Före siffrorna", "fältet för siffrorna"],
    pinHelp: ["Före siffrorna", "hjälp till siffrorna"],
    open: ["Före siffrorna", "knapp för att fortsätta"],
    notAccepted: ["Före siffrorna", "när siffrorna inte stämmer"],
    leave: ["På alla sidor", "knapp för att lämna sidan"],
    thanks: ["Efter svaren", "rubrik"],
    received: ["Efter svaren", "svaren är mottagna"],
    handBack: ["Efter svaren", "lämna tillbaka skärmen"],
    notReceived: ["Efter svaren", "när svaren inte kunde tas emot"],
  },
  asking: {
    welcome: ["Vid frågorna", "rubrik"],
    promises: ["Vid frågorna", "löfte"],
    quickLeave: ["Vid frågorna", "hur man snabbt lämnar sidan"],
    start: ["Vid frågorna", "knapp för att börja"],
    place: ["Vid frågorna", "vilken fråga i ordningen"],
    several: ["Vid frågorna", "när flera svar går att välja"],
    onlySwedish: ["Vid frågorna", "när en fråga bara finns på svenska"],
    skip: ["Vid frågorna", "att hoppa över en fråga"],
    listen: ["Vid frågorna", "knapp för att lyssna"],
    stopListening: ["Vid frågorna", "knapp för att sluta lyssna"],
    next: ["Vid frågorna", "knapp för nästa fråga"],
    back: ["Vid frågorna", "knapp för frågan före"],
    allAtOnce: ["Vid frågorna", "knapp för alla frågor på en sida"],
    oneAtATime: ["Vid frågorna", "knapp för en fråga i taget"],
    send: ["Vid frågorna", "knapp för att skicka svaren"],
  },
  paper: {
    title: ["På papperet", "rubrik"],
    intro: ["På papperet", "inledning"],
    mark: ["På papperet", "hur man svarar"],
    onlyIf: ["På papperet", "när frågan hör ihop med en annan"],
    notForAll: ["På papperet", "när frågan inte gäller alla"],
    envelope: ["På papperet", "vad man gör med papperet sedan"],
    code: ["På papperet", "fältet för koden"],
    day: ["På papperet", "fältet för datum"],
  },
};

const afterwards = "Efter svaren";

/**
 * Every text of a language beside the Swedish, as whoever approves it reads them. A text that is missing
 * is empty: for a question that means that it is asked in Swedish.
 * @param codebook whose questions are asked now. @param known in which others may have been asked.
 */
export function surveyLanguageTexts(
  language: SurveyLanguage,
  source: SurveyLanguage,
  codebook: Codebook,
  known: readonly Codebook[],
): Texts {
  const words = wordTexts(language.words, source.words);
  const isLast = ({ place }: Texts[number]) => place.startsWith(afterwards);
  return [
    ...words.neutral.filter((text) => !isLast(text)),
    ...words.asking,
    ...questionTexts(language, clientQuestions(codebook), known.flatMap(clientQuestions)),
    ...words.neutral.filter(isLast),
    ...words.paper,
    ...informationTexts(language.information, source.information),
  ];
}

function wordTexts(words: Words, source: Words): { readonly [Part in keyof Words]: Texts } {
  return {
    neutral: partTexts(places.neutral, words.neutral, source.neutral),
    asking: partTexts(places.asking, words.asking, source.asking),
    paper: partTexts(places.paper, words.paper, source.paper),
  };
}

type Part = { readonly [word: string]: string | readonly string[] };

function partTexts(
  where: { readonly [word: string]: readonly [section: string, place: string] },
  words: Part,
  source: Part,
): Texts {
  return Object.entries(where).flatMap(([word, [section, place]]) =>
    beside(`${section}: ${place}`, listOf(source[word]), listOf(words[word])),
  );
}

function listOf(text: string | readonly string[] | undefined): readonly string[] {
  return typeof text === "string" ? [text] : (text ?? []);
}

/** Also where one of them has more paragraphs than the other. */
function beside(place: string, swedish: readonly string[], texts: readonly string[]): Texts {
  const count = Math.max(swedish.length, texts.length);
  return Array.from({ length: count }, (_, index) => ({
    place: count > 1 ? `${place} ${index + 1}` : place,
    swedish: swedish[index] ?? "",
    text: texts[index] ?? "",
  }));
}

function clientQuestions(codebook: Codebook): readonly Variable[] {
  return codebook.variables.filter(({ phase, view }) => phase === "client" && !view);
}

function swedishOf(question: Variable): string {
  return (question.prompt ?? question.label).sv;
}

function questionTexts(
  language: SurveyLanguage,
  asked: readonly Variable[],
  known: readonly Variable[],
): Texts {
  const now = asked.flatMap((question, index): Texts => {
    const told = questionIn(language, question);
    const isTold = told.tag === language.tag;
    const place = `Fråga ${index + 1}`;
    return [
      { place, swedish: swedishOf(question), text: isTold ? told.ask : "" },
      ...question.options.map(({ label }, option) => ({
        place: `${place}, svar ${option + 1}`,
        swedish: label.sv,
        text: isTold ? (told.options[option]?.text ?? "") : "",
      })),
    ];
  });
  // Approved with the rest, so read with the rest: older cases still ask them.
  const others = Object.entries(language.questions).filter(
    ([concept, { swedish }]) => !asked.some((each) => isThat(each, concept, swedish)),
  );
  const earlier = others.flatMap(([concept, { swedish, ask, options }]): Texts => {
    const question = known.find((each) => isThat(each, concept, swedish));
    const place = "Fråga som inte ställs i nya ärenden";
    return [
      { place, swedish, text: ask },
      ...Object.entries(options).map(([code, text], option) => ({
        place: `${place}, svar ${option + 1}`,
        swedish: question?.options.find((each) => String(each.code) === code)?.label.sv ?? "",
        text,
      })),
    ];
  });
  return [...now, ...earlier];
}

function isThat(question: Variable, concept: string, swedish: string): boolean {
  return question.concept === concept && swedishOf(question) === swedish;
}

function informationTexts(told: ClientInformation, source: ClientInformation): Texts {
  const section = "Information till klienten";
  const count = Math.max(told.sections.length, source.sections.length);
  const sections = Array.from({ length: count }, (_, index): Texts => {
    const [own, swedish] = [told.sections[index], source.sections[index]];
    const place = `${section}, del ${index + 1}`;
    return [
      { place, swedish: swedish?.heading ?? "", text: own?.heading ?? "" },
      ...beside(`${place}, stycke`, swedish?.paragraphs ?? [], own?.paragraphs ?? []),
    ];
  });
  return [
    { place: `${section}: rubrik`, swedish: source.title, text: told.title },
    ...sections.flat(),
    {
      place: `${section}: över kontaktuppgifterna`,
      swedish: source.contact,
      text: told.contact,
    },
    {
      place: `${section}: över dataskyddsombudet`,
      swedish: source.dataProtection,
      text: told.dataProtection,
    },
  ];
}
