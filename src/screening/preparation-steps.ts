/** What a manager sees to before the first day. */
export const preparationSteps: readonly string[] = [
  "Bestäm dagarna, och vilka enheter som är med. Förankra det hos cheferna i varje verksamhet.",
  "Utse en kontaktperson i kommunen, som svarar samma dag när någon undrar.",
  "Lägg till en kvart vid varje möte under perioden.",
  "Se till att det går att träffa personer var för sig, också när de kommer tillsammans.",
  "Bestäm hur frågan ställs, och med vilka ord. Har kommunen ett eget textpaket, kontrollera att licensen gäller.",
  "Bestäm var svaret dokumenteras, och vad som gäller vid gemensam akt.",
  "Gå igenom checklistan för när våld upptäcks på varje enhet, och fyll i enhetens egna kontakter.",
  "Ta reda på vilka tolkar ni använder, och hur de förbereds.",
  "Låt alla öva på att ställa frågan, två och två.",
  "Berätta för alla vad som noteras: möten, aldrig personer, och aldrig vem som frågade.",
  "Be alla svara på de tre frågorna om hur trygga de är med att fråga, före första dagen.",
  "Skriv ut blanketter till dem som inte har dator eller telefon med sig.",
  "Bestäm hur medarbetare som själva lever med våld får stöd.",
  "Bestäm när ni återkopplar resultatet, och till vilka.",
];
