import { error, type ProblemEntry, warning } from "./problem-entry.ts";

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
  "key-file-missing": error(
    0,
    "Nyckelfilen {file} saknas, och utan den går inga ärenden i {at} att öppna. Lägg den senaste nyckelfilen bredvid kopian, eller ange den med --keys.",
    "The key file {file} is missing, and without it no case in {at} can be opened. Put the newest key file beside the backup, or name it with --keys.",
  ),
  "key-file-unreadable": error(
    0,
    "Nyckelfilen {file} går inte att öppna: den är skadad eller förseglad till en annan nyckel. Ingenting är återställt. Ange också den nyckel som den förseglades till.",
    "The key file {file} cannot be opened: it is damaged, or sealed to another key. Nothing was restored. Name the key that it was sealed to as well.",
  ),
  "key-file-other": error(
    0,
    "Nyckelfilen hör inte till {at}. Ta den nyckelfil som hör till samma Skillnad.",
    "The key file does not belong to {at}. Use the one of the same Skillnad.",
  ),
  "key-file-older": error(
    0,
    "Nyckelfilen {file} är äldre än {at}. Ta den senaste nyckelfilen från mappen med säkerhetskopior.",
    "The key file {file} is older than {at}. Use the newest key file from the folder of the backups.",
  ),
  "case-keys-damaged": error(
    0,
    "Ärendenas nycklar i filmappen är skadade. Skapa inte nya: då kan äldre kopior inte öppnas. Återställ mappen backups från en kopia av maskinen.",
    "The cases' keys in the files folder are damaged. Do not make new ones: older backups could not be opened. Restore the folder «backups» from a copy of the machine.",
  ),
  "case-keys-busy": error(
    0,
    "Ett annat program håller ärendenas nycklar. Vänta tills det är klart och försök igen.",
    "Another program holds the cases' keys. Wait until it is done and try again.",
  ),
  "backup-never": warning(
    "Ingen säkerhetskopia är gjord. Bestäm tid, mapp och nyckel, och gör den första nu.",
    "No backup has been made. Choose time, folder and key, and make the first one now.",
  ),
  "backup-late": warning(
    "Senaste säkerhetskopian är {days} dagar gammal. Gör en nu, och se efter varför den inte görs varje natt.",
    "The newest backup is {days} days old. Make one now, and find out why there is none each night.",
  ),
  "backup-failed": warning(
    "Säkerhetskopian {day} blev inte av: {reason}",
    "The backup of {day} was not made: {reason}",
  ),
  "backup-unplanned": warning(
    "Säkerhetskopior görs inte av sig själva. Bestäm tid, mapp och nyckel, om ingen annan sköter dem.",
    "Backups are not made by themselves. Choose time, folder and key, unless somebody else sees to them.",
  ),
  "backup-one-key": warning(
    "Bara en nyckel öppnar kopiorna. Försvinner den är allt förlorat: lägg till en till, på ett annat ställe.",
    "One key alone opens the backups. If it is lost all is lost: add another, in another place.",
  ),
  "backup-same-disk": warning(
    "Kopiorna ligger på samma disk som uppgifterna. Går den sönder försvinner båda: välj en annan disk, eller kopiera dem till ett annat ställe varje dag.",
    "The backups lie on the same disk as the data. If it breaks both are gone: choose another, or copy them elsewhere daily.",
  ),
  "backup-folder-lost": warning(
    "Mappen {at} går inte att nå. Anslut disken, eller välj en annan mapp.",
    "The folder {at} cannot be reached. Connect its disk, or choose another folder.",
  ),
  "backup-disk-low": warning(
    "Bara {free} GB är ledigt i {at}. Gör plats, eller behåll färre kopior.",
    "Only {free} GB are free in {at}. Make room, or keep fewer backups.",
  ),
  "key-file-stale": warning(
    "Nyckelfilen i {at} kunde inte bytas efter gallringen: gallrade ärenden går ännu att läsa där. Anslut mappen och gör en säkerhetskopia till den. Är nyckelfilen förstörd: kör skillnad backup-plan --forget {at}",
    "The key file in {at} could not be renewed after a disposal: erased cases can still be read by it. Connect the folder and back up to it. Where the key file is destroyed: skillnad backup-plan --forget {at}",
  ),
  "backup-file-gone": warning(
    "Den senaste säkerhetskopian är borta: {at}. Är disken inte ansluten: anslut den. Annars: gör en ny kopia.",
    "The newest backup is gone: {at}. Connect its disk, or make a new one.",
  ),
  "key-file-gone": warning(
    "Nyckelfilen är borta ur {at}. Är disken inte ansluten: anslut den. Är den ansluten: tryck Säkerhetskopiera nu, så skrivs nyckelfilen igen.",
    "The key file is gone from {at}. If the disk is not connected, connect it. If it is, make a backup by hand, which writes the key file anew.",
  ),
  "key-file-left": error(
    0,
    "I {at} ligger en nyckelfil. Förstör den först, eller gör en säkerhetskopia dit så att den byts.",
    "A key file lies in {at}. Destroy it first, or back up to the folder, which renews it.",
  ),
  "drill-never": warning(
    "Ingen har provat att återställa en kopia. Gör en övning: en kopia som ingen har återställt är bara en förhoppning.",
    "Nobody has tried to restore a backup. Drill: one that nobody has restored is but a hope.",
  ),
  "drill-late": warning(
    "Senaste övningen är {days} dagar gammal. Öva igen.",
    "The last drill is {days} days old. Drill again.",
  ),
  "drill-failed": warning(
    "Senaste övningen blev underkänd. Gör en ny säkerhetskopia, öva på den och ta reda på varför den förra inte höll.",
    "The last drill failed. Make a new backup, drill it, and find out why the other did not hold.",
  ),
  "backup-elsewhere": error(
    409,
    "Här finns flera organisationer i samma Skillnad. Den som driver systemet bestämmer om säkerhetskopior, vid en terminal.",
    "Several organisations share this Skillnad. Its operator decides on backups, at a terminal.",
  ),
  "backup-not-here": error(
    409,
    "Den här Skillnad är en demo, och kopieras inte härifrån.",
    "This Skillnad is a demo and is not backed up from here.",
  ),
  "backup-under-way": error(
    409,
    "En säkerhetskopia eller övning pågår redan. Vänta tills den är klar.",
    "A backup or drill is under way. Wait until it is done.",
  ),
  "backup-no-plan": error(
    409,
    "Bestäm först mapp och nyckel, och spara.",
    "Choose folder and key first, and save.",
  ),
  "backup-no-file": error(
    409,
    "Det finns ingen kopia att öva på. Gör en först.",
    "There is no backup to drill. Make one first.",
  ),
  "backup-time-wrong": error(
    422,
    "Skriv tiden som två siffror, kolon och två siffror, till exempel 02:15.",
    "Write the time as 02:15.",
  ),
  "backup-keep-wrong": error(
    422,
    "Behåll mellan 2 och 400 kopior.",
    "Keep between 2 and 400 backups.",
  ),
  "backup-drill-days-wrong": error(
    422,
    "Öva med mellan 7 och 365 dagars mellanrum.",
    "Drill every 7 to 365 days.",
  ),
  "backup-recipient-missing": error(
    422,
    "Ange minst en öppen nyckel. Utan den kan kopian inte förseglas.",
    "Name at least one public key. Without it the backup cannot be sealed.",
  ),
  "backup-recipient-wrong": error(
    422,
    "Nyckel {number} är ingen öppen nyckel. En sådan börjar med age1 och har 62 tecken.",
    "Key {number} is no public key. One begins with age1 and has 62 characters.",
  ),
  "backup-folder-unusable": error(
    422,
    "Mappen {folder} går inte att använda: {why} Välj en annan.",
    "The folder {folder} cannot be used: {why} Choose another.",
  ),
  "backup-identity-wrong": error(
    422,
    "Det är ingen privat nyckel. Klistra in hela raden som börjar med AGE-SECRET-KEY-1, eller hela nyckelfilen.",
    "That is no private key. Paste the whole line that begins with AGE-SECRET-KEY-1, or the whole key file.",
  ),
  "restore-unknown": error(
    0,
    "Förbindelsen till {at} bröts när allt var skrivet, och det går inte att se om det blev kvar. Filerna ligger kvar. Kör kommandot igen: står det att databasen inte är tom är den återställd, och då kan du starta Skillnad.",
    "The connection to {at} was lost when all was written, and whether it stayed cannot be seen. The files are kept. Run the command again: where it says that the database is not empty it is restored, and Skillnad can be started.",
  ),
  "restore-not-empty": error(
    0,
    "{at} är inte tom: där finns {found}. Återställ till en tom mapp eller en tom databas.",
    "{at} is not empty: it holds {found}. Restore into an empty folder or an empty database.",
  ),
} as const satisfies { readonly [code: string]: ProblemEntry };
