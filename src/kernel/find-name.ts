import { givenNames } from "./given-names.ts";

/** Letters with what may stand within a name: «Anna-Karin», «O'Brien». */
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
const capitalised = /^\p{Lu}[\p{Ll}\p{M}'’]+(-\p{Lu}[\p{Ll}\p{M}'’]+)*$/u;
/** What ends one sentence, or opens a quotation or a line: the next word has a capital anyway. */
const beginning = /(^|[.!?…:;»«"”“(\n•*])\s*$|^\s*[-–]\s*$/;
/** Endings that surnames have and hardly any ordinary word. */
const surname = /\p{L}(sson|qvist|kvist|gren|stedt|[ioe]vi[cć]|[oö]ğlu|oglu|zadeh)$/u;
/** Finnish ones are told from «Kommunen» by the name before. */
const finnishSurname = /\p{L}[aeiouyäö]nen$/u;
/** Whoever writes one of these is about to name somebody. */
const introductions = new Set(["heter", "hette", "kallas", "kallad", "namnet", "namn", "hetat"]);
/** The longest honest text is far shorter. */
const searched = 10_000;

type Word = {
  readonly text: string;
  readonly isFirst: boolean;
  readonly end: number;
  readonly at: number;
};

/**
 * What in a text looks like somebody's name: a given name that is common in Sweden, a given name with
 * a surname, a surname by its ending, whatever follows «heter». Careful rather than complete: what
 * cannot be told from an ordinary word passes. `undefined`: nothing found.
 */
export function findName(text: string): string | undefined {
  const { names, words: ambiguous } = givenNames();
  const found = wordsOf(text.slice(0, searched).normalize("NFC"));
  for (const [index, each] of found.entries()) {
    if (!capitalised.test(each.text)) continue;
    const before = found[index - 1];
    const after = found[index + 1];
    const next = after && isBeside(text, each, after) ? capitalisedText(after) : undefined;
    const given = givenNameIn(each.text, names);
    if (given && (!each.isFirst || next || !ambiguous.has(given))) return told(each.text, next);
    const first = before && isBeside(text, before, each) ? capitalisedText(before) : undefined;
    if (isSurname(each.text, first)) return first ? told(first, each.text) : each.text;
    if (before && introductions.has(before.text.toLowerCase())) return told(each.text, next);
  }
  return undefined;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    text: found,
    at: index,
    end: index + found.length,
    isFirst: beginning.test(text.slice(Math.max(0, index - 8), index)) || index === 0,
  }));
}

/** Nothing but a space between: «Eva Ek», not «Eva. Ek». */
function isBeside(text: string, { end }: Word, { at }: Word): boolean {
  return at - end === 1 && text[end] === " ";
}

/** «Annas» is Anna's; «Jonas» is nobody's. */
function givenNameIn(text: string, names: ReadonlySet<string>): string | undefined {
  const [first = ""] = text.split("-");
  if (names.has(text)) return text;
  if (text.endsWith("s") && names.has(text.slice(0, -1))) return text.slice(0, -1);
  return first !== text && names.has(first) ? first : undefined;
}

function isSurname(text: string, first: string | undefined): boolean {
  const name = text.replace(/s$/, "");
  return surname.test(name) || (first !== undefined && finnishSurname.test(name));
}

function capitalisedText({ text }: Word): string | undefined {
  return capitalised.test(text) ? text : undefined;
}

function told(name: string, next: string | undefined): string {
  return next ? `${name} ${next}` : name;
}
