import { number } from "../swedish-grammar.ts";
import { isNeuter, swedishNouns } from "../swedish-nouns.ts";
import { among, howMany, noun } from "./swedish-counted.ts";
import type { Counted, TalkWords } from "./told-findings.ts";

export const swedishTalk: TalkWords = {
  recognise: "Stämmer bilden med det ni möter i arbetet?",
  few: ({ noun }) =>
    noun === "client"
      ? "Hur kan fler klienter få komma till tals?"
      : `Vad vet ni om de här ${those(noun)} som siffrorna inte visar?`,
  nothingYet: "Vad hoppas ni få veta när svaren kommer?",
  missing: (told, counted) =>
    told.count === told.total
      ? `Vad beror det på att ${howMany(told.total, counted)} saknar svar?`
      : `Vad beror det på att svar saknas i ${among(told, { ...counted, kind: "all" })}?`,
  smallResponse: "Vilka klienter har ni inte fått svar från, och vad kan de ha att säga?",
  unknown: (told, labels, counted) => {
    const answer = labels.map((label) => `«${label}»`).join(" eller ");
    if (counted.noun === "client") {
      return `Vad kan det betyda att så många klienter svarar ${answer}?`;
    }
    if (told.count === told.total) {
      return `Vad skulle ni behöva för att få veta det i de här ${those(counted.noun)}?`;
    }
    const where =
      told.count === 1
        ? `${isNeuter(counted.noun) ? "det" : "den"} ${noun(1, counted)}`
        : `de ${number(told.count)} ${noun(2, counted)}`;
    return `Vad skulle ni behöva för att få veta det i ${where} där svaret är ${answer}?`;
  },
  allSame: ({ noun }) =>
    noun === "client"
      ? "Alla klienter svarar lika: vad kan de ha velat säga som frågan inte fångar?"
      : `Alla ${noun === "meeting" ? "möten" : "ärenden"} har fått samma svar: skiljer de sig åt på sätt som frågan inte fångar?`,
  smallSubgroup:
    "Vad i den här gruppen behöver ni prata om ärende för ärende, i stället för i andelar?",
  difference:
    "Vad kan ligga bakom skillnaden: vilka som söker stöd, hur ni frågar eller hur ni registrerar?",
  noDifference: "Hade ni väntat er en skillnad, och i så fall varför?",
};

/** Rows of a group belong to cases too. */
function those(noun: Counted["noun"]): string {
  return swedishNouns[noun === "meeting" ? "meeting" : "case"].those;
}
