import { error, type ProblemEntry } from "./problem-entry.ts";

/** Backups, at a terminal; part of the one vocabulary. */
export const backupProblems = {
  "backup-nothing-there": error(
    0,
    "Det finns ingen Skillnad att säkerhetskopiera i {at}. Kontrollera SKILLNAD_DATA eller DATABASE_URL.",
    "There is no Skillnad to back up at {at}. Check SKILLNAD_DATA or DATABASE_URL.",
  ),
  "backup-not-ours": error(
    0,
    "{at} är inte en säkerhetskopia från Skillnad. Kontrollera filens namn.",
    "{at} is not a backup of Skillnad. Check the file's name.",
  ),
  "backup-damaged": error(
    0,
    "{at} är skadad eller avklippt ({place}). Ingenting är återställt. Ta en annan kopia.",
    "{at} is damaged or cut off ({place}). Nothing was restored. Use another backup.",
  ),
  "backup-other-recipient": error(
    0,
    "{at} är förseglad till en annan nyckel. Ta den nyckelfil som hör till.",
    "{at} is sealed to another key. Use the key file that belongs to it.",
  ),
  "backup-newer": error(
    0,
    "{at} är från en nyare version ({found}) än programmet ({known}). Uppgradera Skillnad.",
    "{at} is from a newer version ({found}) than this program ({known}). Upgrade Skillnad.",
  ),
  "backup-migration-altered": error(
    0,
    "Steget {migration} är inte detsamma i {at} som i programmet. Använd programmet som det gavs ut.",
    "Migration {migration} is not the same in {at} as in this program. Use the program as released.",
  ),
  "backup-kind": error(
    0,
    "{at} är av slaget {found}, men {wanted} behövs. Påhittade ärenden får aldrig blandas med riktiga.",
    "{at} is of the kind {found}, but {wanted} was asked for. For a demo's backup add --demo.",
  ),
  "backup-read-differs": error(
    0,
    "Det som lästes tillbaka ur {at} är inte det som säkerhetskopierades: {what}. Ingenting är återställt.",
    "What {at} holds was not read back as it was backed up: {what}. Nothing was restored.",
  ),
  "backup-stopped": error(
    0,
    "Avbrutet. Ingenting är kvar av det.",
    "Stopped. Nothing is left of it.",
  ),
  "restore-not-empty": error(
    0,
    "{at} är inte tom: där finns {found}. Återställ till en tom mapp eller en tom databas.",
    "{at} is not empty: it holds {found}. Restore into an empty folder or an empty database.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
