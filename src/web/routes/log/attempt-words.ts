/** The page or the action behind each route that can be refused, as one would say it. */
const words: Readonly<Record<string, string>> = {
  "GET /api/start": "öppna Start",
  "GET /api/cases": "öppna Ärenden",
  "POST /api/cases": "börja ett ärende",
  "GET /api/cases/:code": "läsa ärendet",
  "GET /api/cases/:code/history": "läsa ärendets historik",
  "POST /api/cases/:code/access-reasons": "öppna ärendet med skäl",
  "PUT /api/cases/:code/start": "rätta startdatum",
  "PUT /api/cases/:code/survey": "ange om enkäten erbjöds",
  "GET /api/cases/:code/survey-invitations": "se om en inbjudan till enkäten väntar",
  "POST /api/cases/:code/survey-invitations": "bjuda in klienten till enkäten",
  "DELETE /api/cases/:code/survey-invitations": "ta tillbaka inbjudan till enkäten",
  "POST /api/cases/:code/reopening": "öppna ärendet igen",
  "PUT /api/cases/:code/answers/:variable": "svara på en fråga",
  "POST /api/cases/:code/items": "lägga till en rad",
  "PUT /api/cases/:code/items/:item/answers/:variable": "svara i en rad",
  "DELETE /api/cases/:code/items/:item": "ta bort en rad",
  "POST /api/cases/:code/phases/:phase/completion": "göra en fas klar",
  "POST /api/cases/:code/phases/:phase/reopening": "öppna en fas igen",
  "POST /api/survey-answers/:code": "föra in en enkät",
  "GET /api/waiting-surveys": "öppna Nyckla in enkät",
  "GET /papper/enkat/:language": "skriva ut en enkät",
  "GET /papper/information/:language": "skriva ut information till klienten",
  "GET /api/survey-languages": "öppna Enkätens språk",
  "PUT /api/survey-languages/:language/approval": "godkänna ett språk i enkäten",
  "DELETE /api/survey-languages/:language/approval": "ta tillbaka ett godkänt språk i enkäten",
  "GET /api/client-contacts": "läsa vem klienten kan fråga",
  "PUT /api/client-contacts": "skriva vem klienten kan fråga",
  "GET /api/units/:unit/figures": "öppna enhetens siffror",
  "GET /api/units/:unit/results": "öppna enhetens Resultat",
  "GET /api/notices": "öppna Notiser",
  "GET /api/log": "öppna Loggen",
};

/** «försökte öppna Loggen»; a route that has no words yet is shown by its name. */
export function attemptInWords(route: string): string {
  return `försökte ${words[route] ?? `nå ${route}`}`;
}
