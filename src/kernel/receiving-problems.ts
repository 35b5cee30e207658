import { error, type ProblemEntry, warning } from "./problem-entry.ts";

/** A county or the nation that asks for a round and takes in deliveries; part of the one vocabulary. */
export const receivingProblems = {
  // Rounds and those who take part
  "round-wrong": error(422, "{advice}", "{at} of the round is missing or wrong."),
  "round-exists": error(
    409,
    "Det finns redan en omgång med beteckningen {round}. Välj en annan.",
    "There is a round {round} already.",
  ),
  "round-codebook-unknown": error(
    422,
    "Kodboken {found} finns inte här. Välj en av dem som visas.",
    "The codebook {found} is not known here.",
  ),
  "round-ended": error(
    409,
    "Omgången {round} är avslutad och tar inte emot något mer. Fråga mottagaren om det är fel.",
    "The round {round} has ended and takes in nothing more.",
  ),
  "round-published": error(
    409,
    "De slutliga siffrorna för omgången {round} är publicerade. En rättelse räknas från nästa omgång.",
    "The final figures of the round {round} are published: corrections count from the next round.",
  ),
  "participant-not-invented": error(
    422,
    "I en övningsomgång deltar bara påhittade kommuner. Deras koder börjar på 9000, så {code} går inte att ha med.",
    "Only invented municipalities take part in a demo round; {code} is not one.",
  ),
  "participant-invented": error(
    422,
    "Koden {code} är ingen riktig kommuns. Kontrollera den mot SCB:s lista.",
    "{code} is no real municipality's code.",
  ),
  "participants-doubled": error(
    422,
    "Kommunen {code} står två gånger i listan. Ta bort den ena raden.",
    "The municipality {code} is listed twice.",
  ),
  "participant-key-wrong": error(
    422,
    "Det är ingen nyckel från kommunen {code}. Klistra in raden som kommunen ser på sidan Leverera, hela och oförändrad.",
    "This is no key of {code}: paste the whole line that the municipality is shown.",
  ),
  "participant-key-taken": error(
    422,
    "Nyckeln är redan kommunen {other}s. Fråga båda kommunerna vems den är.",
    "The key is that of {other} already.",
  ),
  "participant-left": error(
    409,
    "Kommunen deltar inte längre i omgången {round}. Fråga mottagaren om det är fel.",
    "The municipality takes no part in the round {round} any more.",
  ),

  // Taking in
  "intake-busy": error(
    429,
    "Mottagaren är upptagen med andra leveranser. Inget har gått förlorat. Försök igen om en minut.",
    "The receiver is busy with other deliveries: try again in a minute.",
  ),
  "intake-too-fast": error(
    429,
    "Flera filer i rad härifrån har inte gått att ta emot. Vänta {seconds} sekunder och försök igen.",
    "Several files in a row could not be taken in: wait {seconds} seconds.",
  ),
  "intake-stalled": error(
    408,
    "Överföringen stannade av innan allt hade kommit fram. Försök igen, eller lämna leveransen som en fil.",
    "The transfer stalled before everything had come.",
  ),
  "delivery-demo-among-real": error(
    422,
    "{at} har påhittade ärenden från en övning, men omgången gäller riktiga. Leverera från det Skillnad där kommunens riktiga ärenden finns.",
    "{at} is of a demo, and the round is of real cases.",
  ),
  "delivery-real-among-demo": error(
    422,
    "{at} har riktiga ärenden, men omgången är en övning. Leverera till den riktiga omgången.",
    "{at} is of real cases, and the round is a demo.",
  ),
  "delivery-wrong-round": error(
    422,
    "{at} gäller {found}, men skickades till {wanted}. Läs in inbjudan till rätt omgång och leverera igen.",
    "{at} is of {found}, but was sent to {wanted}.",
  ),
  "delivery-too-fine": error(
    422,
    "{at} har mer än omgången frågar efter. Den frågar efter {wanted}. Ändra vad som lämnas och leverera igen.",
    "{at} holds more than the round asks for, which is {wanted}.",
  ),
  "delivery-other-county": error(
    422,
    "{at} säger att kommunen ligger i län {found}, men mottagaren har antecknat län {wanted}. Rätta det som är fel, eller be mottagaren rätta, och leverera igen.",
    "{at} says county {found}, but the receiver has noted {wanted}.",
  ),
  "delivery-other-name": warning(
    "{at} säger att kommunen heter {found}, men här är {wanted} antecknat.",
    "{at} is of {found}, noted here as {wanted}.",
  ),
  "delivery-sequence-older": error(
    422,
    "{at} har nummer {sequence}, men en nyare med nummer {latest} har redan kommit. Gör en ny leverans och skicka den.",
    "{at} has the sequence {sequence}, but {latest} has come already.",
  ),
  "delivery-sequence-taken": error(
    422,
    "{at} har nummer {sequence}, men en annan leverans med samma nummer har redan kommit. Gör en ny leverans och skicka den: då får den nästa nummer.",
    "{at} has the sequence {sequence}, which another delivery has already.",
  ),
  "delivery-unknown-here": error(
    404,
    "Mottagaren har ingen sådan leverans. Skicka den igen.",
    "The receiver has no such delivery: send it again.",
  ),
  "delivery-decided": error(
    409,
    "Någon har redan avgjort leveransen. Ladda om sidan för att se hur.",
    "The delivery has been decided already.",
  ),
  "delivery-replaced": error(
    409,
    "Kommunen har skickat en nyare leverans, och det är den som gäller. Ladda om sidan.",
    "The municipality has sent a newer one.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
