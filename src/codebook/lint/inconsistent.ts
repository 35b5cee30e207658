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
  "no-client-bands": {
    en: "what the client answers herself has no bands: they would move with the case's start",
    sv: "Klientens egna svar kan inte visas i åldersgrupper. Ge frågan svarsalternativ i stället.",
  },
  "rests-on-client": {
    en: "rests on what the client answers herself: that it was answered would tell what she said",
    sv: "Villkoret vilar på klientens egna svar, och då röjer frågan vad hon svarade. Ta bort villkoret.",
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
  "no-scale": {
    en: "«{type}» with {count} options is no scale: nothing is «better»",
    sv: "Bara en fråga med ett svar och minst två alternativ kan bli bättre eller sämre. Ta bort riktningen.",
  },
  "another-voice": {
    en: "«{name}» cannot stand beside a change as «{voice}»: «client» is what the client answers herself",
    sv: "«{name}» kan inte stå bredvid en förändring som «{voice}»: «client» är det klienten själv svarar.",
  },
  "client-filtered": {
    en: "what the client says stands beside a change unfiltered: «{name}» has a «within»",
    sv: "Klientens svar vid sidan av en förändring kan inte begränsas till vissa ärenden. Ta bort villkoret.",
  },
  "broken-and-carried": {
    en: "a question whose meaning broke carries no code over",
    sv: "Frågan gällde något annat förut, så inga svar kan föras över. Ta bort koderna.",
  },
  "carried-twice": {
    en: "code {code} is carried over in two ways",
    sv: "Koden {code} förs över på två sätt. Behåll ett av dem.",
  },
  "carried-elsewhere": {
    en: "a row's field and a case's variable cannot be carried over into each other",
    sv: "Det som frågas i en rad kan inte föras över till en fråga i ärendet, eller tvärtom. Välj en fråga av samma slag.",
  },
  "carried-into-other-type": {
    en: "was «{before}» and is «{after}»: its answers cannot be carried over",
    sv: "Frågan besvaras på annat sätt nu, så svaren kan inte föras över. Ange att betydelsen har brutits.",
  },
  "carried-against-its-words": {
    en: "code {code} says the same in both and cannot become {to}",
    sv: "Koden {code} säger samma sak i båda kodböckerna och kan inte bli {to}. Ta bort raden.",
  },
  "break-not-told": {
    en: "the bands cannot be told in those of «{name}»: say so in «earlier»",
    sv: "Åldersgrupperna kan inte räknas om från «{name}». Skriv i «earlier» varför serien bryts.",
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
