/** `mend`: something must be done; `note`: somebody should know; `sound`: nothing to do. */
export type State = "sound" | "note" | "mend";

type Words = { readonly state: State; readonly sv: string; readonly en: string };

function words(state: State, sv: string, en: string): Words {
  return { state, sv, en };
}

/** Everything that doctor can say, each with what to do. Codes are stable; sentences may be improved. */
export const findingWords = {
  "node-known": words("sound", "Node {version}.", "Node {version}."),
  "node-old": words(
    "mend",
    "Node {version} är för gammal. Använd den som följer med, eller 24.7 eller senare.",
    "Node {version} is too old. Use the one that is shipped, or 24.7 or later.",
  ),
  "settings-wrong": words("mend", "{sentence}", "{sentence}"),
  "folder-sound": words(
    "sound",
    "Datamappen {path} är märkt {kind} och stängd för andra.",
    "The data folder {path} is stamped {kind} and closed to others.",
  ),
  "folder-missing": words(
    "note",
    "Datamappen {path} finns inte än. Den skapas vid första start.",
    "There is no data folder {path} yet. The first start makes it.",
  ),
  "folder-unstamped": words(
    "note",
    "Datamappen {path} är inte märkt än. Det sker vid första start.",
    "The data folder {path} is not stamped yet. The first start does it.",
  ),
  "folder-unreadable": words(
    "mend",
    "Datamappen {path} går inte att läsa: {reason}. Kör som den användare som äger den.",
    "The data folder {path} cannot be read: {reason}. Run this as the user who owns it.",
  ),
  "folder-owner": words(
    "mend",
    "Datamappen {path} ägs av någon annan. Kör som dess ägare, eller ge den till användaren som kör Skillnad (chown -R).",
    "The data folder {path} belongs to somebody else. Run this as its owner, or give it to the user that runs Skillnad (chown -R).",
  ),
  "folder-open": words(
    "mend",
    "Datamappen {path} kan läsas av andra ({mode}). Kör: chmod {wanted} {path}",
    "Others can look into the data folder {path} ({mode}). Run: chmod {wanted} {path}",
  ),
  "disk-room": words("sound", "{free} GB ledigt på disken.", "{free} GB are free on the disk."),
  "disk-low": words(
    "note",
    "Bara {free} GB ledigt på disken. Gör plats innan den tar slut.",
    "Only {free} GB are free on the disk. Make room before it is full.",
  ),
  "disk-full": words(
    "mend",
    "Bara {free} GB ledigt på disken. Gör plats nu: inget kan sparas på en full disk.",
    "Only {free} GB are free on the disk. Make room now: nothing can be saved on a full one.",
  ),
  "disk-encryption-unknown": words(
    "note",
    "Om disken är krypterad går inte att se härifrån. Fråga den som sköter maskinen.",
    "Whether the disk is encrypted cannot be seen from here. Ask whoever looks after the machine.",
  ),
  "database-answers": words(
    "sound",
    "PostgreSQL {version} svarar.",
    "PostgreSQL {version} answers.",
  ),
  "database-silent": words("mend", "{sentence}", "{sentence}"),
  "database-old": words(
    "mend",
    "PostgreSQL {version} är för gammal. Version 15 eller senare behövs.",
    "PostgreSQL {version} is too old. Version 15 or later is needed.",
  ),
  "schema-empty": words(
    "note",
    "Databasen är tom. Första start fyller den.",
    "The database is empty. The first start fills it.",
  ),
  "schema-current": words(
    "sound",
    "Databasen stämmer med programmet ({count} steg).",
    "The database fits the program ({count} steps).",
  ),
  "schema-behind": words(
    "note",
    "Databasen är äldre än programmet och förs upp vid nästa start. Ta en säkerhetskopia först.",
    "The database is older than the program, and is brought up at the next start. Take a backup first.",
  ),
  "schema-newer": words(
    "mend",
    "Databasen är skapad av en nyare Skillnad ({found}). Installera den versionen; den här startar inte.",
    "The database was made by a newer Skillnad ({found}). Install that version; this one does not start.",
  ),
  "schema-altered": words(
    "mend",
    "Databasen har byggts av ett ändrat program. Installera den version som byggde den, eller återställ en säkerhetskopia.",
    "The database was built by an altered program. Install the version that built it, or restore a backup.",
  ),
  "logs-whole": words("sound", "Loggarna är hela ({count}).", "The logs are whole ({count})."),
  "logs-broken": words(
    "mend",
    "{count} loggar är ändrade eller kapade. Rör inget, ta en kopia av databasen och kontakta den som granskar loggen.",
    "{count} logs have been altered or cut off. Touch nothing, copy the database, and call whoever reviews the log.",
  ),
  "logs-unread": words(
    "note",
    "Loggarna gick inte att kontrollera mot den här databasen.",
    "The logs could not be checked in this database.",
  ),
  "clock-sane": words("sound", "Klockan är {now}.", "The clock says {now}."),
  "clock-wrong": words(
    "mend",
    "Klockan är {now}, men databasen ändrades {later}. Ställ klockan, helst mot en tidsserver.",
    "The clock says {now}, but the database was changed {later}. Set the clock, best by a time server.",
  ),
  "port-free": words("sound", "Port {port} är ledig.", "Port {port} is free."),
  "port-ours": words(
    "sound",
    "Skillnad svarar på port {port}.",
    "Skillnad answers on port {port}.",
  ),
  "port-taken": words(
    "mend",
    "Port {port} används av något annat program. Välj en annan med PORT, eller stoppa det.",
    "Port {port} is used by another program. Choose another with PORT, or stop that one.",
  ),
  "port-refused": words(
    "mend",
    "Port {port} får inte användas ({reason}). Välj en över 1023 med PORT.",
    "Port {port} may not be used ({reason}). Choose one above 1023 with PORT.",
  ),
  "origin-unset": words(
    "note",
    "SKILLNAD_ORIGIN är inte satt: bara den här maskinen når Skillnad.",
    "SKILLNAD_ORIGIN is not set: only this machine reaches Skillnad.",
  ),
  "origin-by-proxy": words(
    "note",
    "En proxy framför sköter certifikatet för {origin}. Kontrollera dess sista dag där.",
    "A proxy in front keeps the certificate of {origin}. Look there for its last day.",
  ),
  "certificate-good": words(
    "sound",
    "Certifikatet gäller till {last} ({days} dagar).",
    "The certificate is good until {last} ({days} days).",
  ),
  "certificate-ending": words(
    "note",
    "Certifikatet slutar gälla {last} (om {days} dagar). Förnya det.",
    "The certificate ends {last} (in {days} days). Renew it.",
  ),
  "certificate-over": words(
    "mend",
    "Certifikatet slutade gälla {last}. Förnya det och starta om.",
    "The certificate ended {last}. Renew it and restart.",
  ),
  "certificate-other": words(
    "mend",
    "Certifikatet gäller inte {origin}, eller hör inte till nyckeln. Byt det.",
    "The certificate is not of {origin}, or does not fit its key. Replace it.",
  ),
  "backup-newest": words(
    "sound",
    "Senaste säkerhetskopian gjordes {day} kl. {time}: {file} ({size} MB).",
    "The newest backup was made {day} at {time}: {file} ({size} MB).",
  ),
  "drill-newest": words(
    "sound",
    "Senaste övningen, {day}, blev godkänd.",
    "The last drill, {day}, passed.",
  ),
  "backup-fault": words("mend", "{sentence}", "{sentence}"),
  "backup-note": words("note", "{sentence}", "{sentence}"),
  "memory-enough": words("sound", "{total} GB minne.", "{total} GB of memory."),
  "memory-low": words(
    "note",
    "Bara {total} GB minne. Räkna med 1 GB eller mer.",
    "Only {total} GB of memory. Reckon with 1 GB or more.",
  ),
} as const satisfies { readonly [code: string]: Words };

export type FindingCode = keyof typeof findingWords;
