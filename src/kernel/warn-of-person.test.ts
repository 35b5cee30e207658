import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { problemSentence, warnOfPerson } from "./index.ts";

function warned(text: string): readonly string[] {
  return warnOfPerson(text, "reason").map(({ details }) => String(details?.found));
}

/** What names somebody, and what of it is pointed at. */
const telling: readonly (readonly [string, string])[] = [
  ["Klienten Fatima ringde i dag", "Fatima"],
  ["Vi talade med Anna om boendet", "Anna"],
  ["Fatima kom inte till mötet", "Fatima"],
  ["Hon bor hos Annas syster", "Annas"],
  ["Anna Svensson vill byta handläggare", "Anna Svensson"],
  ["Hans Larsson är misstänkt", "Hans Larsson"],
  ["Maken Hans kom till kontoret", "Hans"],
  ["Rättade svaret efter samtal med Zahra", "Zahra"],
  ["Kontakt med brodern Mohammed", "Mohammed"],
  ["Polisen hörde Goran i går", "Goran"],
  ["Dottern heter Ljungblomma", "Ljungblomma"],
  ["Barnet kallas Pyret", "Pyret"],
  ["Svensson ringde", "Svensson"],
  ["Enligt fru Bergqvist stämmer det", "Bergqvist"],
  ["Flytt till syskonet Pekka", "Pekka"],
  ["Handläggaren pratade med Päivi Virtanen", "Päivi Virtanen"],
  ["Umgänge med pappan Jovan Petrovic", "Jovan Petrovic"],
  ["Anna-Karin ska följa med", "Anna-Karin"],
  ["Sonen Ali går i skolan", "Ali"],
  ["Samtal: Leyla mår bättre", "Leyla"],
  ["Det gäller Xhevdet Hoxhasson", "Xhevdet Hoxhasson"],
  ["Ny adress är Storgatan 12", "Storgatan 12"],
  ["Bor på Björkvägen 3 B sedan i maj", "Björkvägen 3 B"],
  ["Hämtas vid Norra Kyrkogatan 4", "Norra Kyrkogatan 4"],
  ["Nås på 070-123 45 67", "070-123 45 67"],
  ["Ring 0701234567 efter klockan tre", "0701234567"],
  ["Nummer +46 70 123 45 67", "+46 70 123 45 67"],
  ["Telefon 08-12 34 56 78", "08-12 34 56 78"],
  ["Skriv till nagon@example.org", "nagon@example.org"],
  ["Mejla f.efternamn@exempel.example först", "f.efternamn@exempel.example"],
];

/** What people write every day. */
const ordinary: readonly string[] = [
  "Fel alternativ valdes",
  "Klienten ångrade sig och kom tillbaka",
  "Hans bror utövar också våld",
  "Dag och natt har hon varit rädd",
  "Per vecka träffas de två gånger",
  "My är en enhet vi inte använder",
  "Sten kastades genom rutan",
  "Liv och hälsa är i fara",
  "Stig av bussen, sa hon",
  "Polisen i Göteborg har tagit över",
  "Flyttat till Östersund i mars 2026",
  "Vi gjorde FREDA-farlighetsbedömning och SARA",
  "PATRIARK användes eftersom det är hedersrelaterat",
  "Bedömning enligt Socialstyrelsens föreskrifter",
  "Region Skåne har ansvar för vården",
  "Samverkan med Försäkringskassan och Arbetsförmedlingen",
  "Migrationsverket väntar på beslut",
  "Rädda Barnen har ett gruppsamtal",
  "Ärendet startade 12 mars, inte 21 mars",
  "Startdatum 2026-03-12 och slutdatum 2026-05-15",
  "Avslutat 2023-09-10 kl 14.30",
  "Insatsen kostade 12 345 kronor",
  "Koden är M-7F3K-2",
  "Nivån är hög, men klienten är i skyddat boende",
  "Strypning är alltid mycket grovt hos oss",
  "Vi räknar latent våld när hon anpassar sig av rädsla",
  "Frågan ställs inte längre sedan V07 ändrades",
  "Se 4 kap. 1 § SoL och 26 kap. OSL",
  "Vikarierar för kollegan under föräldraledighet",
  "Målet skrevs om under tiden, det nya är uppnått",
  "Hon är sjuk. Mötet blir nästa vecka",
  "Beslut enligt Statens Institutionsstyrelse",
  "«Vi kom överens», står det i Västra Götalands riktlinje",
  "Genomgång med Unga Vuxna och Familjefrid Norr",
  "Rapporten från Socialstyrelsen 2024 säger annat",
  "Sommaren var lugn, Julen orolig",
  "I Enköping och Kristinehamn finns platser",
  "Personen är född 1988, inte 1998",
];

test("what tells who somebody is, or where, is pointed at", () => {
  for (const [text, found] of telling) assert.deepEqual(warned(text), [found], text);
});

test("ordinary sentences pass in silence", () => {
  for (const text of ordinary) assert.deepEqual(warned(text), [], text);
});

test("there are sixty of them and more", () => {
  assert.ok(telling.length >= 30 && ordinary.length >= 30);
});

test("a name and an address are two warnings, and no error", () => {
  const found = warnOfPerson("Eva bor på Storgatan 12", "reason");
  assert.deepEqual(
    found.map(({ code, severity, at }) => [code, severity, at]),
    [
      ["looks-like-name", "warning", "reason"],
      ["looks-like-address", "warning", "reason"],
    ],
  );
  const [name] = found;
  assert.equal(
    name && problemSentence(name),
    "Det ser ut som ett namn: «Eva». Skriv aldrig vem det handlar om.",
  );
});

test("any text can be searched, however long and odd", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
      for (const { severity } of warnOfPerson(text, "reason")) assert.equal(severity, "warning");
    }),
  );
  for (const part of ["A", "Anna ", "0", "a@", "Storgatan ", "-", "O'"]) {
    warnOfPerson(part.repeat(500_000), "reason");
  }
});
