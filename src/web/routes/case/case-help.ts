import type { HelpText } from "../../shell/Help.tsx";

export const caseHelp: HelpText = {
  sentences: [
    "Svara i den ordning det passar: allt sparas medan du svarar, och faserna går att fylla i vid olika tillfällen.",
    "Vet du inte, eller saknas uppgiften, så svara det; en tom fråga betyder att den inte är registrerad än.",
    "När en fas är klar ser du enhetens bild, och efter fasen Efter är ärendet avslutat.",
  ],
  readMore: "registrera",
  keys: [
    ["1–9, a–f", "välj eller ändra ett alternativ"],
    ["v", "vet ej"],
    ["s", "uppgift saknas"],
    ["e", "ej tillämpligt"],
    ["Enter", "nästa fråga"],
    ["g", "gå vidare direkt: en siffra svarar och går till nästa fråga"],
    ["Backsteg", "förra frågan"],
    ["?", "vad frågan betyder"],
    ["Ctrl+Enter", "klar med fasen"],
    ["1203, 12/3, 0, -14", "datum: 12 mars, i dag, för 14 dagar sedan"],
  ],
};
