import type { JsonValue, Problem } from "#kernel";
import { type Place, problemAt } from "./place.ts";

type Rule = { readonly en: string; readonly sv: string };

/** What does not go together, for those who write files and, with what to do, for those who edit in the browser. */
const rules = {
  "not-an-overlay": {
    en: "«{name}» is not an overlay",
    sv: "«{name}» lägger inte till något till en gemensam kodbok. Ange vilken den hör till.",
  },
  "needs-options": {
    en: "«{type}» needs options",
    sv: "Frågan saknar svarsalternativ. Lägg till minst ett.",
  },
  "has-no-options": {
    en: "«{type}» has no options",
    sv: "Frågan besvaras med ett tal eller ett datum. Ta bort svarsalternativen.",
  },
  "nothing-to-exclude": {
    en: "«single» has one answer: nothing to exclude",
    sv: "Bara ett svar kan väljas, så inget alternativ behöver utesluta andra.",
  },
  "no-range": {
    en: "«{type}» has no range",
    sv: "Bara ett tal kan ha ett lägsta och ett högsta värde. Ta bort gränserna.",
  },
  "range-upside-down": {
    en: "{from} is above {to}",
    sv: "Det lägsta värdet, {from}, är större än det högsta, {to}. Byt plats på dem.",
  },
  "no-bands": {
    en: "«{type}» has no bands",
    sv: "Bara ett födelseår kan visas i åldersgrupper. Ta bort dem.",
  },
  "cuts-do-not-rise": {
    en: "cuts must rise, and lie above {age}",
    sv: "Åldersgruppernas gränser ska stiga och ligga över {age} år. Rätta dem.",
  },
  "no-dates": {
    en: "«{type}» has no dates",
    sv: "Bara ett datum kan ha gränser i tiden. Ta bort dem.",
  },
  "torn-collapse": {
    en: "holds only a part of the earlier [{earlier}]",
    sv: "Alternativ som slagits ihop tidigare ({earlier}) ska följas åt. Ta med alla eller inget.",
  },
  "not-a-date": {
    en: "«{name}» is not a date",
    sv: "«{name}» är inget datum. Välj en fråga som besvaras med ett datum.",
  },
  "phase-without-rows": {
    en: "rows cannot be added in «{phase}»",
    sv: "Rader kan inte krävas i en fas där de inte läggs till. Lägg till fasen, eller kräv dem inte.",
  },
  "never-national": {
    en: "what an overlay adds cannot be «national»",
    sv: "Egna frågor stannar i kommunen och kan inte lämnas till riket.",
  },
  "needs-range": {
    en: "a whole number of an overlay needs a range",
    sv: "Ange det lägsta och det högsta värde som kan stämma.",
  },
  "error-on-common": {
    en: "an error of an overlay must rest on something of its own",
    sv: "En egen kontroll får inte hindra svar på gemensamma frågor. Gör den till en varning.",
  },
  "no-client-rows": {
    en: "rows cannot be added among the client's own answers",
    sv: "Rader kan inte läggas till bland klientens egna svar. Välj en annan fas.",
  },
  "question-changed": {
    en: "was «{before}» when it was published, and is «{after}» now",
    sv: "Frågan är redan publicerad som «{before}». Ångra ändringen, eller gör en ny fråga.",
  },
  "kind-changed": {
    en: "was «{before}» when it was published, and is «{after}» now",
    sv: "Frågan är redan publicerad och besvaras på annat sätt nu. Ångra ändringen, eller gör en ny fråga.",
  },
  "phase-changed": {
    en: "was asked in «{before}» when it was published, and is in «{after}» now",
    sv: "Frågan är redan publicerad i en annan fas. Ångra ändringen, eller gör en ny fråga.",
  },
  "nothing-to-average": {
    en: "«{name}» is not «multiple»: there is nothing to average",
    sv: "«{name}» har bara ett svar, så det finns inget medelvärde. Välj en annan fråga.",
  },
  "set-of-options": {
    en: "«set» makes a «multiple» of a field with options",
    sv: "Flera rader kan bara sammanfattas i en fråga med flera svar.",
  },
  "other-type": {
    en: "«{type}» cannot show one «{field}»",
    sv: "Frågan och radens fråga besvaras på olika sätt. Gör dem lika.",
  },
  "set-has-no-order": {
    en: "a set has no order",
    sv: "Alla raders svar tas med, så ingen ordning behövs. Ta bort den.",
  },
  "multiple-has-no-order": {
    en: "«multiple» has no order",
    sv: "En fråga med flera svar ger ingen ordning. Välj ett datum eller en fråga med ett svar.",
  },
  "not-the-fields-option": {
    en: "option {code} is not the field's own",
    sv: "Alternativ {code} finns inte i radens fråga. Gör dem lika.",
  },
  "other-options": {
    en: "«{name}» has other options",
    sv: "«{name}» har andra svarsalternativ, så de kan inte jämföras. Gör dem lika.",
  },
  "other-type-wanted": {
    en: "«{name}» is not «{type}»",
    sv: "«{name}» är inte en fråga av rätt slag. Välj ett datum som dag, och en fråga med ett svar som nivå.",
  },
  "level-without-rule": {
    en: "level {code} has no rule",
    sv: "Nivå {code} saknar en tid. Ge varje nivå en tid, också den lägsta.",
  },
  "level-with-several-rules": {
    en: "level {code} has {count} rules",
    sv: "Nivå {code} har {count} tider. Behåll en av dem.",
  },
} as const satisfies { readonly [rule: string]: Rule };

type Details = { readonly [name: string]: JsonValue };

/** `reason` tells it in English, `advice` in Swedish with what to do. */
export function inconsistent(
  place: Place,
  rule: keyof typeof rules,
  details: Details = {},
): Problem {
  const { en, sv } = rules[rule];
  const told = { rule, reason: filled(en, details), advice: filled(sv, details) };
  return problemAt("codebook-inconsistent", place, { ...details, ...told });
}

function filled(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}
