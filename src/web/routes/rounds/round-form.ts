import { type IsoDate, parseIsoDate } from "#kernel";
import type { InvitationView } from "#server";

/** As it is typed. */
export type RoundForm = {
  readonly name: string;
  /** Empty: the one that is proposed. */
  readonly id: string;
  readonly from: string;
  readonly through: string;
  /** Empty: the one that is proposed. */
  readonly cutOff: string;
  /** «id version» */
  readonly codebook: string;
  readonly level: InvitationView["level"] | undefined;
  readonly interimDays: readonly string[];
  readonly legalBasis: string;
  readonly purpose: string;
};

/** By the field that it is about; an interim day as `interimDays/2`. */
export type FormProblems = ReadonlyMap<string, string>;

/** Read with the days as days. `undefined`: something is left, and `checkForm` says what. */
export type RoundDays = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly cutOff: IsoDate;
  readonly interimDays: readonly IsoDate[];
};

export function checkForm(form: RoundForm, cutOff: string): FormProblems {
  const problems = new Map<string, string>();
  const [from, through, closes] = [form.from, form.through, cutOff].map(parseIsoDate);
  if (form.name.trim() === "") problems.set("name", "Skriv vad omgången ska heta.");
  if (!from) problems.set("from", "Skriv första dagen.");
  if (!through) problems.set("through", "Skriv sista dagen.");
  else if (from && through < from) problems.set("through", "Sista dagen ligger före den första.");
  if (!closes) problems.set("cutOff", "Skriv brytdagen.");
  else if (through && closes < through) {
    problems.set("cutOff", "Brytdagen kan inte ligga före sista dagen.");
  }
  if (form.id !== "" && !/^[a-z\d][a-z\d-]{0,39}$/.test(form.id)) {
    problems.set("id", "Använd små bokstäver a–z, siffror och bindestreck, högst 40 tecken.");
  }
  if (!form.level) problems.set("level", "Välj vad som ska lämna kommunerna.");
  let before = from;
  for (const [at, typed] of form.interimDays.entries()) {
    const day = parseIsoDate(typed);
    const place = `interimDays/${at}`;
    if (!day) problems.set(place, "Skriv dagen, eller ta bort den.");
    else if ((from && day < from) || (closes && day > closes)) {
      problems.set(place, "Dagen ligger utanför omgången.");
    } else if (before && day < before) problems.set(place, "Skriv dagarna i ordning.");
    before = day ?? before;
  }
  if (form.legalBasis.trim() === "") problems.set("legalBasis", "Skriv den rättsliga grunden.");
  if (form.purpose.trim() === "")
    problems.set("purpose", "Skriv vad uppgifterna ska användas till.");
  return problems;
}

export function daysOf(form: RoundForm, closes: string): RoundDays | undefined {
  const [from, through, cutOff] = [form.from, form.through, closes].map(parseIsoDate);
  const interimDays = form.interimDays.flatMap((day) => parseIsoDate(day) ?? []);
  return from && through && cutOff ? { from, through, cutOff, interimDays } : undefined;
}
