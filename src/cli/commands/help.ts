const pages: { readonly [command: string]: string } = {
  demo: `skillnad demo [--seed N] [--municipalities N] [--cases N]
  Serves a throw-away database with invented municipalities. With SKILLNAD_DATA or DATABASE_URL the
  demo is kept there instead, stamped as a demo for good.`,
  start: `skillnad start
  Serves real data from ./data (root: /var/lib/skillnad).`,
  practice: `skillnad practice [--port N] [--seed N] [--municipalities N] [--cases N]
  Serves invented cases to practise with, beside a Skillnad that has real ones: a process of its own,
  on port 3211, with a database that is thrown away when it ends. It forgets where the real data is
  before it opens anything. SKILLNAD_PRACTICE, the same in both, is where people reach it; then «Hjälp»
  in the real one leads there.`,
  "add-account": `skillnad add-account --municipality CODE --name NAME --sign-in NAME --role ROLE
                     [--municipality-name NAME] [--unit NAME]
skillnad add-account --municipality CODE --sign-in NAME --new-link
  Makes an account, with its municipality and unit where they are new, and prints a link for its owner:
  it opens the account once, within seven days, and there she chooses how to come in. --new-link: for
  somebody who has an account and has lost her way in, or has left and comes back, within an hour; what
  she came in by before is then taken away. In the browser two administrators do the same. Stop a running
  Skillnad first.`,
  "check-codebook": `skillnad check-codebook FILE [--previous FILE]
  Says all that is wrong with a codebook or an overlay, each with its place; with --previous also
  whether a code has changed its meaning.`,
  "demo-data": `skillnad demo-data --out DIR [--seed N] [--municipalities N] [--cases N] [--json]
  Invents municipalities with cases, lived through the decisions that people use, and writes what
  each would deliver of the round 2022-2023: one file each in a new folder. The same numbers give
  the same files. Left out: seed 2026, 34 municipalities, 3070 cases.`,
  keys: `skillnad keys --sign FILE --municipality CODE [--json]
skillnad keys --receive FILE [--json]
  Makes a key. --sign: a municipality signs its deliveries with it. --receive: what is sealed to it
  opens with it. FILE is private, and only its owner may read it; FILE.pub is what is given away. No
  file is written over.`,
  seal: `skillnad seal FILE --key SIGNING --to RECIPIENT [--to RECIPIENT] --out PACKAGE
  Checks a delivery as its receiver will, signs it with the municipality's key and seals it: nobody
  but the receivers can open the package, and nobody can change it. RECIPIENT is a public key
  (age1...) or the file that it stands in.`,
  "check-delivery": `skillnad check-delivery FILE [--key RECEIVING --senders FILE] [--json]
  Says what a delivery is: municipality, round, codebook, number, level, cases; or all that is wrong
  with it. A package is opened with the receiver's key and the list of those who may send:
  [{ "municipality", "key" }].`,
  compile: `skillnad compile DIR --out RELEASE [--key RECEIVING --senders FILE] [--skip-invalid]
                 [--areas FILE] [--participants FILE] [--interim] [--ledger FILE] [--threads N] [--json]
  Makes a release of the deliveries in a folder, every file of it. If any is refused nothing is
  written; with --skip-invalid the others are compiled, and the release says who is missing.
  Areas are counties with three participants, or several together, unless --areas names a list:
  [{ "id", "name", "municipalities": [codes] }]. --participants names all who take part,
  [{ "code", "name" }]: then the release names those who are not in it, and why. --interim: of a round that still runs, the nation
  alone. What is about to be published is attacked first; when anything is found nothing is written.
  Packages are opened with --key and --senders, see check-delivery; real deliveries are packages.
  Every release is entered in ledger.jsonl beside it (--ledger: in another file), and a round gets its
  final release once: to try something out, use another folder.`,
  show: `skillnad show RELEASE [--json]
  Prints what a release publishes. --json: the nation's figures, see docs/cli.md.`,
  audit: `skillnad audit RELEASE [--threads N] [--json]
  Attacks a release anew, from what it publishes and from its own list of what it hides, and says
  in words what came of it. Exit code 1 when anything could be found.`,
  ledger: `skillnad ledger [--file FILE] [--check] [--json]
  Lists what has been published, round by round: when, of what level, how many numbers were told and
  how many hidden. Reads ledger.jsonl here, unless --file names another. A ledger in which anything
  has been changed or lost is refused, with the line. --check: says only whether it is whole.`,
  doctor: `skillnad doctor [--json]
  Looks at everything around the program that can be wrong: data folder, disk, database, its version,
  logs, clock, port, certificate, memory; and says what to do. Changes nothing. Exit code 1 when
  something must be mended.`,
  "support-bundle": `skillnad support-bundle --out FILE [--log FILE]
  Writes what somebody who helps needs to know, for you to read before you send it: what doctor says,
  versions, which settings are set, and how many rows there are, in tens. No case, no account, no name
  and no key is in it. --log: also the last 200 lines of a log that SKILLNAD_LOG=json gave.`,
  backup: `skillnad backup --to RECIPIENT [--to RECIPIENT] --out FILE [--json]
  Writes everything that is kept, database, keys and releases, to one file that is sealed from its
  first byte: nobody but a recipient can open it. Of one moment, also while Skillnad is running.
  RECIPIENT is a public key (age1...) or the file that it stands in: see keys --receive. Keep the
  private key elsewhere than the backup, and not only on this machine. Beside it lies a key file that
  opens its cases: only the newest may be kept, so that an erased case stays erased in old backups.`,
  "backup-plan": `skillnad backup-plan --folder FOLDER --to RECIPIENT [--to RECIPIENT] [--at 02:15]
                    [--keep 30] [--drill-every 90] [--json]
  Lets the Skillnad that serves back itself up each day, by the clock in Sweden: what an administrator
  sets on «Säkerhetskopia» where only one organisation is kept. --keep: so many stay in the folder.
  --drill-every: days until the page and doctor ask for a drill. --forget FOLDER, alone: the key file
  there has been destroyed, and is asked for no more.`,
  restore: `skillnad restore FILE --identity KEY [--identity KEY] [--keys FILE] [--demo] [--json]
  Puts a backup into the data folder or the database that the environment names, which must be empty:
  all of it or nothing. Reads everything back and compares it with the backup. --demo: it is of a demo.
  --keys: the newest key file; left out, the one beside the backup. Erased cases are left out and counted.
  --identity also several times, where the backup and the key file are sealed to different keys.`,
  drill: `skillnad drill FILE --identity KEY [--identity KEY] [--keys FILE] [--demo] [--json]
  Restores a backup into a throw-away database, compares it with what was backed up, follows the logs
  to their ends, says in Swedish how it went, and takes everything away. Exit code 1 when it failed.`,
  "verify-log": `skillnad verify-log [--from FILE] [--heads FILE] [--keys FILE] [--json]
  Follows every municipality's log to its end, without Skillnad: in the database that the environment
  names, which is only read, or in a file of export-log. Says at which entry anything was changed,
  taken away or moved. --heads, also several times: compares with what log-heads wrote, so that a log
  that was written anew from somewhere on, head and all, is found too. --keys: whose signatures are
  believed, [{ "municipality", "key" }]. Exit code 1 when a log does not hold.`,
  "log-heads": `skillnad log-heads --out FILE [--json]
  Writes how far every log has come, one line each, signed with the municipality's key. Keep the file
  in another system, and add a new one every night. A log that does not hold is not signed.`,
  "export-log": `skillnad export-log --out FILE [--json]
  Writes every log to one file, for verify-log --from. It tells who opened what, and nothing of what
  a case says.`,
  help: `skillnad help
  Lists the commands.`,
};

const environment = `Environment
  PORT              where to listen on 127.0.0.1 (3210)
  SKILLNAD_DATA     data folder with its own database
  DATABASE_URL      a PostgreSQL server instead, postgres://user:password@host/database
  SKILLNAD_ORIGIN   the https address that people use
  SKILLNAD_TLS_CERT, SKILLNAD_TLS_KEY
                    PEM files: serves https itself, on every address; needs SKILLNAD_ORIGIN
  SKILLNAD_PRACTICE the address of skillnad practice: another host, or another port
  SKILLNAD_LOG      json: one line of JSON on stderr for each request and event
  SKILLNAD_METRICS_TOKEN
                    whoever knows it may read /metrics; at least 24 characters
  SKILLNAD_FILES    the folder of keys and releases (files in the data folder)
  SKILLNAD_RELEASE  the folder of a release, whose national figures are shown; left out: what was
                    last published here, or came back`;

/** @param words the command to explain; none for all. */
export function help(words: readonly string[]): void {
  const page = pages[words[0] ?? ""];
  const text = page ?? [...Object.values(pages), environment].join("\n\n");
  process.stdout.write(`${text}\n`);
}
