import type { Role } from "#access";

/** What a role is for, beside its name: for whoever chooses, and not what it may in full. */
export const rolePurposes: Readonly<Record<Role, string>> = {
  caseWorker: "Registrerar ärenden, och ser sina egna.",
  unitManager: "Ser enhetens ärenden, lämnar över dem och får veta när någon öppnar en kollegas.",
  coordinator: "Stöttar registreringen, för in enkäter och levererar. Ser inga ärenden.",
  analyst: "Läser kommunens siffror och gör underlag.",
  committeeReader: "Läser det som är publicerat.",
  regionalLead: "Tar emot och sammanställer länets leveranser.",
  nationalAnalyst: "Tar emot och sammanställer landets leveranser.",
  logReviewer: "Granskar vem som har öppnat vad.",
  administrator: "Sköter konton, roller och enheter. Ser inga ärenden och inga siffror.",
};
