import { parseCaseCode } from "#registration";

/** What may be said of a case when it begins, beside its day and its unit. All of it may be left out. */
export type MoreAboutCase = {
  /** As typed. */
  readonly previousCode: string;
  readonly isAnonymous: boolean;
  /** A municipality's code; empty: the own one. */
  readonly servedMunicipality: string;
};

export const nothingMore: MoreAboutCase = {
  previousCode: "",
  isAnonymous: false,
  servedMunicipality: "",
};

/** Letters and digits of a whole code: before that it is still being typed. */
const wholeCode = 6;

const wrongCode = "Koden stämmer inte. Kontrollera den tecken för tecken i personakten.";

/** While it is typed: only what cannot become right by typing on. */
export function problemWhileTyping(text: string): string | undefined {
  const typed = text.replace(/[\s–-]/g, "").length;
  return typed < wholeCode || parseCaseCode(text) ? undefined : wrongCode;
}

/** The part of the request, or what must be put right first. */
export function readMore({ previousCode, isAnonymous, servedMunicipality }: MoreAboutCase):
  | { readonly kind: "problem"; readonly sentence: string }
  | {
      readonly kind: "read";
      readonly value: {
        readonly previousCode?: string;
        readonly isAnonymous?: true;
        readonly servedMunicipality?: string;
      };
    } {
  const code = parseCaseCode(previousCode);
  const hasCode = previousCode.trim() !== "" && !isAnonymous;
  if (hasCode && !code) return { kind: "problem", sentence: wrongCode };
  return {
    kind: "read",
    value: {
      ...(hasCode && code ? { previousCode: code } : {}),
      ...(isAnonymous ? { isAnonymous } : {}),
      ...(servedMunicipality ? { servedMunicipality } : {}),
    },
  };
}
