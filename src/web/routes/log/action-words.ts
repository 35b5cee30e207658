const words: Readonly<Record<string, string>> = {
  "session.started": "Loggade in",
  "session.ended": "Loggade ut",
  "session.refused": "Inloggning som inte gick",
  "cases.listed": "Såg listan över ärenden",
  "case.started": "Började ett ärende",
  "case.read": "Läste ärendet",
  "case.history-read": "Läste ärendets historik",
  "case.answered": "Svarade på en fråga",
  "case.item-added": "Lade till en rad",
  "case.item-removed": "Tog bort en rad",
  "case.phase-completed": "Gjorde en fas klar",
  "case.phase-reopened": "Öppnade en fas igen",
  "case.reopened": "Öppnade ärendet igen",
  "case.start-corrected": "Rättade startdatum",
  "case.survey-settled": "Angav om enkäten erbjöds",
  "case.reason-asked": "Fick frågan om skäl",
  "case.opened-with-reason": "Öppnade en kollegas ärende med skäl",
  "case.refused": "Nekades ett ärende",
  "route.refused": "Nekades en sida",
  "survey.keyed-in": "Förde in en enkät",
  "figures.viewed": "Såg enhetens siffror",
  "notices.viewed": "Såg notiserna",
  "log.viewed": "Såg loggen",
  "account.added": "Lade till ett konto",
};

/** What was done, in words; an action that has none yet is shown by its name. */
export function actionInWords(action: string): string {
  return words[action] ?? action;
}
