/** One heading of the guide, and what is told under it, sentence by sentence. */
export type GuidePart = {
  readonly id: string;
  readonly heading: string;
  readonly advice: readonly string[];
};

/** How to ask, in our own words: no instrument's text stands here. */
export const guideParts: readonly GuidePart[] = [
  {
    id: "why",
    heading: "Varför alla får frågan",
    advice: [
      "Våld syns sällan utanpå. När alla får frågan behöver ingen undra varför just hon eller han fick den.",
      "Säg att ni frågar alla vuxna, och att det är frivilligt att svara.",
      "Fråga alla oavsett kön och ålder.",
    ],
  },
  {
    id: "how",
    heading: "Så kan du fråga",
    advice: [
      "Berätta innan du frågar vad som händer med svaret, och vad du måste föra vidare.",
      "Säg till exempel: «Vi frågar alla vuxna som vi möter om våld. Har någon som står dig nära gjort dig illa, hotat dig eller bestämt över dig så att du blev rädd?»",
      "Fråga sedan när det hände: «Är det så nu, eller var det tidigare?»",
      "Vänta in svaret. Det är bra att det blir tyst en stund.",
      "Ett nej är ett svar. Säg att det går bra att återkomma.",
    ],
  },
  {
    id: "time",
    heading: "En extra kvart",
    advice: [
      "Boka en kvart mer än vanligt, så att det finns tid att ta emot ett ja.",
      "Fråga inte när du vet att du måste gå. Noterar du tidsbrist syns det att kvarten saknas.",
    ],
  },
  {
    id: "alone",
    heading: "Enskilt",
    advice: [
      "Fråga bara när ni är ensamma i rummet. Gäller det telefon eller skärm: fråga först om någon annan kan höra.",
      "Är en partner eller anhörig med, be att få en stund var för sig. Gör det till en vana vid alla möten, så att det inte väcker frågor.",
      "Går det inte, ställ inte frågan. Notera varför, och välj ett annat tillfälle.",
      "Skicka inte frågan i brev, sms eller e-post. Någon annan kan läsa dem.",
    ],
  },
  {
    id: "interpreter",
    heading: "Med tolk",
    advice: [
      "Använd en tolk som ni har beställt, aldrig en anhörig och aldrig ett barn.",
      "Välj gärna telefontolk från en annan ort, och säg inte personens namn.",
      "Fråga personen före mötet om tolken går bra. I en liten språkgrupp kan tolken vara bekant.",
      "Säg till tolken i förväg att du kommer att fråga om våld.",
    ],
  },
  {
    id: "children",
    heading: "När barn är med",
    advice: [
      "Fråga inte när ett barn som förstår hör på. Ordna så att barnet är hos någon annan en stund, eller boka en ny tid.",
      "Berättar en förälder om våld, fråga vad barnen har varit med om.",
      "Barn som far illa av våld behöver eget stöd. Följ er rutin samma dag.",
    ],
  },
  {
    id: "shared-file",
    heading: "Gemensam akt",
    advice: [
      "Finns personen i samma akt som sin partner kan partnern begära att få läsa den.",
      "Ta reda på var svaret ska skrivas innan du frågar. Skriv det inte i den gemensamma akten.",
      "Fråga din chef om en egen akt, och om hur ni skyddar adress och telefonnummer.",
    ],
  },
  {
    id: "older",
    heading: "Äldre personer",
    advice: [
      "Våld har ingen åldersgräns. Den som gör illa kan vara en partner, ett vuxet barn eller någon annan som hjälper till.",
      "Fråga också om pengar, om mediciner, och om att inte få den hjälp som behövs.",
      "Den som är beroende av hjälp från den som gör illa kan vara rädd att bli utan. Berätta vilken annan hjälp som finns.",
      "Hör eller minns personen dåligt, välj en lugn stund, ta kortare frågor och kom tillbaka.",
      "Hemtjänst och distriktssköterska ses ofta på tu man hand med personen. Kom överens om vem som frågar.",
    ],
  },
];
