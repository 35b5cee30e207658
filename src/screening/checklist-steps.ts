/** «När våld upptäcks»: what a unit starts from, until it has written its own. */
export const checklistSteps: readonly string[] = [
  "Lyssna, och säg att du tror på det du hör. Säg att våldet inte är personens fel.",
  "Fråga om det är farligt nu. Vid akut fara: ring 112.",
  "Fråga om det är tryggt att gå hem, och om den som gör illa vet om mötet.",
  "Fråga om barn finns i hemmet, och vad de har varit med om. Gör en orosanmälan samma dag om barn far illa.",
  "Fråga hur och när det är säkert att nå personen. Ring, skriv och skicka ingenting på annat sätt.",
  "Kontakta den som gör riskbedömningar på enheten, och bestäm tillsammans vad som behövs i dag.",
  "Berätta vilket stöd som finns hos er. Berätta också om Kvinnofridslinjen, 020-50 50 50, som är öppen dygnet runt.",
  "Fråga om personen behöver vård, och om skador ska dokumenteras.",
  "Fråga om personen vill göra en polisanmälan, och vem som kan följa med.",
  "Skriv inte i en gemensam akt. Skydda adress och telefonnummer.",
  "Lämna inget papper som någon annan kan hitta, om personen inte ber om det.",
  "Bestäm när ni hörs nästa gång.",
  "Prata med en kollega eller din chef efteråt. Du ska inte bära det ensam.",
];
