import {
  type CaseSight,
  casesSeen,
  type Grant,
  type SeenPlace,
  type Sight,
  whatIsSeen,
} from "#access";
import { capitalised } from "#kernel";
import type { OrganisationKind, Unit } from "#store";
import type { SightView } from "../wire-of-people.ts";

type Words = {
  readonly reads?: string;
  readonly changes?: string;
  /** Where that is worth saying: what somebody who neither reads nor changes it has nothing to do with. */
  readonly noun?: string;
};

const words: Readonly<Record<Exclude<Sight["thing"], "cases">, Words>> = {
  extracts: { reads: "tar ut det som står i ett ärende, när klienten ber om det" },
  "survey-extracts": { reads: "tar ut klientens egna svar, när klienten ber om det" },
  lookers: { reads: "ser vilka som har öppnat ett ärende" },
  "waiting-surveys": {
    reads: "ser vilka ärenden som väntar på klientens enkät",
    changes: "för in klientens svar, utan att se ärendets andra svar",
    noun: "klienternas enkäter",
  },
  notices: { reads: "ser varför någon har öppnat en kollegas ärende" },
  caseloads: {
    reads: "ser hur många öppna ärenden var och en har",
    changes: "lämnar över alla ärenden från en kollega",
  },
  figures: { reads: "ser enhetens exakta siffror och resultat", noun: "exakta siffror" },
  quality: {
    reads: "ser vad som saknas i registreringen, men inte svaren",
    changes: "avgör om två ärenden är samma person",
  },
  sessions: { reads: "ser registreringsstugor", changes: "är med i registreringsstugor" },
  guidance: { reads: "läser hur enheten gör", changes: "skriver hur enheten gör" },
  checklists: {
    reads: "läser enhetens checklista när våld upptäcks",
    changes: "skriver enhetens checklista när våld upptäcks",
  },
  meetings: { changes: "noterar möten i fokusmånaden, utan namn" },
  campaigns: {
    reads: "ser fokusmånader och hur många möten enheterna har noterat",
    changes: "planerar fokusmånader",
  },
  "campaign-rounds": { reads: "ser länets fokusmånader när de är publicerade" },
  "survey-papers": {
    reads: "skriver ut enkäten och bladet till klienter",
    changes: "godkänner enkätens språk och skriver vem klienter kan fråga",
  },
  "local-comments": { changes: "kommenterar kommunens egna frågor" },
  "local-codebook": {
    reads: "ser kommunens egna frågor medan de skrivs",
    changes: "skriver kommunens egna frågor",
  },
  "local-releases": {
    reads: "läser kommunens publicerade siffror",
    changes: "fryser kommunens siffror för ett halvår",
    noun: "kommunens publicerade siffror",
  },
  documents: { reads: "läser underlag till möten", changes: "skriver i underlagen" },
  actions: { reads: "ser kommunens åtgärder", changes: "skriver kommunens åtgärder" },
  deliveries: {
    reads: "ser kommunens leveranser",
    changes: "förbereder och skickar kommunens leveranser",
    noun: "leveranser",
  },
  rounds: {
    reads: "ser omgångar, och det som deltagarna har levererat",
    changes: "tar emot leveranser och publicerar",
  },
  disposal: {
    reads: "ser vilka ärenden som är på väg att gallras",
    changes: "beslutar om gallring",
    noun: "gallring",
  },
  log: { reads: "läser loggen", changes: "granskar loggen", noun: "loggen" },
  backups: {
    reads: "ser vilka säkerhetskopior som finns, men inte vad som står i dem",
    changes: "ställer in säkerhetskopior och övar att läsa tillbaka dem",
  },
  people: {
    reads: "ser konton, roller och enheter",
    changes: "ändrar konton, roller och enheter",
    noun: "konton och roller",
  },
};

/** «Vad får hen se?» */
export function sightInWords(
  grants: readonly Grant[],
  units: readonly Unit[],
  kind: OrganisationKind,
): SightView {
  const everywhere = kind === "municipality" ? "hela kommunen" : "hela organisationen";
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? everywhere;
  const isOpen = (id: string) => units.some((unit) => unit.id === id && unit.isOpenToColleagues);
  const where = (place: SeenPlace) =>
    place === "municipality" ? everywhere : listInWords(place.map(nameOf));

  const cases = casesSeen(grants, isOpen);
  const lines = [...linesOfCases(cases, (sight) => nameOf(sight.unit))];
  const nothingOf: string[] = cases.length === 0 ? ["ärenden"] : [];
  for (const { thing, reads, changes } of whatIsSeen(grants)) {
    if (thing === "cases") continue;
    const told: Words = words[thing];
    if (reads && told.reads) lines.push({ what: capitalised(told.reads), where: where(reads) });
    if (changes && told.changes) {
      lines.push({ what: capitalised(told.changes), where: where(changes) });
    }
    if (!reads && !changes && told.noun) nothingOf.push(told.noun);
  }
  return { lines, nothingOf };
}

/** The same words once, with all the units that they hold in. */
function linesOfCases(
  cases: readonly CaseSight[],
  nameOf: (sight: CaseSight) => string,
): SightView["lines"] {
  const told = new Map<string, string[]>();
  for (const sight of cases) {
    for (const what of caseInWords(sight)) {
      told.set(what, [...(told.get(what) ?? []), nameOf(sight)]);
    }
  }
  return [...told].map(([what, names]) => ({ what, where: listInWords([...new Set(names)]) }));
}

function caseInWords({ own, others }: CaseSight): readonly string[] {
  return [
    ...(own.answers === "allowed" ? ["Läser och svarar i sina egna ärenden"] : []),
    ...(others.answers === "allowed"
      ? ["Läser och svarar i kollegors ärenden: enheten är öppen för kollegor"]
      : []),
    ...(others.answers === "reason-needed"
      ? ["Öppnar kollegors ärenden efter att ha skrivit varför, och chefen ser det"]
      : []),
    ...(others.reads === "allowed" && others.answers !== "allowed" ? ["Läser alla ärenden"] : []),
    ...(others.manages === "allowed"
      ? ["Lämnar över, flyttar, begränsar och makulerar ärenden"]
      : []),
  ];
}

/** «Familjefrid, Fyren och Boendet» */
function listInWords(names: readonly string[]): string {
  return new Intl.ListFormat("sv-SE", { type: "conjunction" }).format(names);
}
