import type { HelpText } from "../../shell/Help.tsx";

export const sessionHelp: HelpText = {
  sentences: [
    "I en registreringsstuga registrerar ni tillsammans, var och en sina egna ärenden, och pratar om hur ni bedömer.",
    "Ta ett ärende i taget, eller samma fråga i alla dina ärenden: det du har tagit kan ingen annan ta i stugan.",
    "Är du osäker på en fråga, räck upp handen: alla ser vilken fråga det gäller, aldrig vilket ärende.",
  ],
  readMore: "registreringsstuga",
  keys: [
    ["N", "nästa ärende"],
    ["H", "räck upp handen vid frågan, i ett ärende"],
  ],
};
