import type { Problem } from "#kernel";
import type { Codebook, Question } from "../codebook.ts";
import { type Place, problemAt, questionsWithPlaces, within } from "./place.ts";

type Ban = {
  readonly reason: string;
  /** The same in Swedish, with what to do. */
  readonly advice: string;
  /** Looked for in ids and concepts (camelCase taken apart) and in labels, both languages. */
  readonly words: RegExp;
  /** Also an option may not say it: chosen or not, it tells. */
  readonly inOptions: boolean;
};

/**
 * What may not be registered about a client. Union membership: 7 a § lag (2001:454) om behandling av
 * personuppgifter inom socialtjänsten. Identity and protected identity: our own minimisation, since
 * such a variable would be a list of targets.
 */
const bans: readonly Ban[] = [
  {
    reason: "union membership may never be compiled (SoLPuL 7 a §)",
    advice: "Medlemskap i fackförening får enligt lag aldrig sammanställas. Ta bort frågan.",
    words:
      /fackförening|fackförbund|fackforening|fackforbund|fackmedlem|\bfacklig|\b(?:trade |labou?r )?union(?:s|ized)?\b/,
    inOptions: false,
  },
  {
    reason: "a flag for protected identity is a list of targets",
    advice: "En uppgift om skyddad identitet blir en lista över dem som ska skyddas. Ta bort den.",
    words:
      /skydda(?:d|de)? (?:identitet|person|folkbokföring|adress)|sekretessmark|kvarskrivning|fingerad|spärrmark|protected (?:identity|person|registration|address)|confidentiality (?:flag|mark)/,
    inOptions: true,
  },
  {
    reason: "no personal identity number is kept",
    advice: "Skillnad sparar aldrig personnummer. Ta bort frågan.",
    words:
      /personnummer|personnr|samordningsnummer|personal (?:identity|id)|(?:identity|coordination|social security) number|\bssn\b/,
    inOptions: false,
  },
  {
    reason: "the day of birth is not kept, only the year",
    advice: "Bara födelseår sparas, aldrig dagen. Ta bort frågan.",
    words: /födelsedatum|födelsedag|fodelsedatum|birth ?(?:date|day)|date of birth/,
    inOptions: false,
  },
  {
    reason: "no names are kept",
    advice: "Skillnad sparar aldrig namn. Ta bort frågan, eller skriv om den utan ordet namn.",
    words: /namn|\b(?:sur|first ?|last ?|full ?)?names?\b/,
    inOptions: false,
  },
  {
    reason: "no addresses are kept",
    advice: "Skillnad sparar aldrig adresser. Ta bort frågan.",
    words: /adress|postnummer|postnr|address|\bpost(?:al)? ?code|\bzip/,
    inOptions: false,
  },
  {
    reason: "no telephone numbers are kept",
    advice: "Skillnad sparar aldrig telefonnummer. Ta bort frågan.",
    words: /telefon|mobilnummer|mobilnr|\b(?:tele)?phone|\bmobile number/,
    inOptions: false,
  },
  {
    reason: "no e-mail addresses are kept",
    advice: "Skillnad sparar aldrig e-postadresser. Ta bort frågan.",
    words: /e-?post\b|e-post|epost|\bmejl|\be-?mail/,
    inOptions: false,
  },
];

export function lintForbidden(codebook: Codebook): readonly Problem[] {
  const groups = codebook.groups.map(({ id, label }, index) => ({
    place: { pointer: `/groups/${index}`, name: id },
    texts: [spaced(id), label.sv, label.en],
  }));
  return [
    ...groups.flatMap(({ place, texts }) => banned(texts, place, bans)),
    ...questionsWithPlaces(codebook).flatMap(({ question, place }) => [
      ...banned(textsOf(question), place, bans),
      ...question.options.flatMap(({ label }, index) =>
        banned(
          [label.sv, label.en],
          within(place, `options/${index}`),
          bans.filter(({ inOptions }) => inOptions),
        ),
      ),
    ]),
  ];
}

function textsOf({ id, concept, label, prompt }: Question): readonly string[] {
  const asked = prompt ? [prompt.sv, prompt.en] : [];
  return [spaced(id), spaced(concept), label.sv, label.en, ...asked];
}

/** `phoneNumber` → `phone Number` */
function spaced(name: string): string {
  return name.replace(/(?<=[a-zåäö0-9])(?=[A-ZÅÄÖ])|[._-]/g, " ");
}

function banned(texts: readonly string[], place: Place, rules: readonly Ban[]) {
  return rules
    .filter(({ words }) => texts.some((text) => words.test(text.toLowerCase())))
    .map(({ reason, advice }): Problem => {
      return problemAt("codebook-forbidden-variable", place, { reason, advice });
    });
}
