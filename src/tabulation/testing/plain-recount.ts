import type { Answers, AnswerValue, Codebook, Field, Item, Question, Variable } from "#codebook";
import type { CaseRecord } from "#registration";
import type { SealedAnswers } from "../extract/counted-in-batches.ts";
import type { Chain } from "../statistics/chain.ts";

/**
 * The other road to the same numbers: every case by itself, in plain loops, with the conditions and
 * views of `su-kvinnofrid-2021` written out by hand. Knows nothing of extracts, standings, words of
 * bits, histograms, the evaluator or DuckDB.
 */
export type Told = {
  readonly step: "none" | "eligible" | "asked" | "answered" | "valid";
  readonly codes: readonly number[];
};

/** What each case says about each variable; with the client's answers, about hers too. */
export function tellCase(
  codebook: Codebook,
  record: CaseRecord,
  client?: Answers,
): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  for (const variable of codebook.variables) {
    const isClients = variable.phase === "client";
    if (isClients && !client) continue;
    const isEligible = eligibleByHand(variable.id, record);
    const ofUnit = isEligible ? storedByHand(variable.id, record) : undefined;
    const stored = isClients ? client?.[variable.id] : ofUnit;
    const hasBegun = isBegun(variable.phase, codebook, record);
    told.set(variable.id, tell(variable, isEligible, hasBegun, stored, record));
  }
  return told;
}

/** The client's: of each question the first whole fives, told only as far as the last of them. */
export function tellClient(
  codebook: Codebook,
  records: readonly CaseRecord[],
  sealed: readonly SealedAnswers[],
  variable: Variable,
): readonly Told[] {
  const inOrder = [...sealed].sort((one, other) => one.arrival - other.arrival);
  const isReal = (value: AnswerValue | undefined) =>
    value !== undefined && !(value.kind === "missing" && value.code === 98);
  const real = inOrder.filter(({ answers }) => isReal(answers[variable.id]));
  const lastCounted = real[real.length - (real.length % 5) - 1]?.arrival ?? -1;
  const shown = new Map<string, AnswerValue | undefined>();
  for (const { caseId, answers, arrival } of inOrder) {
    if (arrival <= lastCounted) shown.set(caseId, answers[variable.id]);
  }
  return records.map((record) =>
    tell(variable, true, isBegun("client", codebook, record), shown.get(record.id), record),
  );
}

export function chainByHand(told: readonly Told[]): Chain {
  const order = ["none", "eligible", "asked", "answered", "valid"];
  const reached = (step: string) =>
    told.filter((each) => order.indexOf(each.step) >= order.indexOf(step)).length;
  return {
    eligible: reached("eligible"),
    asked: reached("asked"),
    answered: reached("answered"),
    valid: reached("valid"),
  };
}

/** Options in the codebook's order, missing codes, and those missing codes that were seen besides. */
export function listedByHand(variable: Question, among: readonly Told[]): readonly number[] {
  const bands = variable.id === "V02" ? [1, 2, 3, 4, 5] : [];
  const options = [...bands, ...variable.options.map(({ code }) => code)];
  const missing = variable.missing.map(({ code }) => code as number);
  const seen = new Set(among.flatMap(({ codes }) => codes));
  const extra = [97, 98, 99].filter((code) => seen.has(code) && !missing.includes(code));
  return [...options, ...missing, ...extra];
}

export function frequenciesByHand(variable: Question, among: readonly Told[]) {
  const rows = listedByHand(variable, among).map((code) => ({
    code,
    count: among.filter(({ codes }) => codes.includes(code)).length,
  }));
  return { base: chainByHand(among), rows };
}

export function indicatorByHand(codes: readonly number[] | undefined, among: readonly Told[]) {
  const answered = among.filter(({ step }) => step === "answered" || step === "valid");
  const base = chainByHand(among);
  const denominator = answered.length;
  if (codes) {
    const hits = answered.filter((told) => told.codes.some((code) => codes.includes(code)));
    return { base, numerator: hits.length, denominator };
  }
  let total = 0;
  for (const { step, codes } of answered) if (step === "valid") total += codes.length;
  return { base, total, denominator };
}

/** Every pair of a row and a column by itself: which cases are in both. */
export function crossingByHand(
  [row, rows]: readonly [Variable, readonly Told[]],
  [column, columns]: readonly [Variable, readonly Told[]],
) {
  const rowCodes = listedByHand(row, rows);
  const columnCodes = listedByHand(column, columns);
  return {
    base: chainByHand(rows),
    rows: rowCodes,
    columns: [...columnCodes, null].map((code) => {
      const among = rows.filter((_, index) => {
        const given = columns[index]?.codes ?? [];
        return code === null ? given.length === 0 : given.includes(code);
      });
      return {
        codes: [code],
        base: chainByHand(among),
        counts: rowCodes.map((each) => among.filter(({ codes }) => codes.includes(each)).length),
      };
    }),
  };
}

/** A row is there, so its phase is begun; its group and its fields have conditions of their own. */
export function fieldByHand(field: Field, { group, answers }: Item, record: CaseRecord): Told {
  const method = answers.method;
  const isAssessed = field.id === "method" || (method !== undefined && !hasCode(method, [8]));
  const isSupported = hasCode(record.sheet.answers.V16, [1]);
  const isEligible = group === "intervention" ? isSupported : isAssessed;
  return tell(field, isEligible, true, answers[field.id], record);
}

function tell(
  { options }: Question,
  isEligible: boolean,
  hasBegun: boolean,
  stored: AnswerValue | undefined,
  record: CaseRecord,
): Told {
  if (!isEligible) return { step: "none", codes: [] };
  if (!stored) return { step: hasBegun ? "asked" : "eligible", codes: [] };
  if (stored.kind === "missing") {
    return { step: stored.code === 98 ? "asked" : "answered", codes: [stored.code] };
  }
  if (stored.kind === "codes") {
    // V20 has no «no assessment made», which a row added during the support may still say.
    const codes = stored.codes.filter((code) => options.some((option) => option.code === code));
    return { step: codes.length > 0 ? "valid" : "answered", codes };
  }
  if (stored.kind === "date") return { step: "valid", codes: [] };
  const age = Number(record.startedOn.slice(0, 4)) - stored.number;
  const band = age < 25 ? 1 : age < 35 ? 2 : age < 45 ? 3 : age < 65 ? 4 : 5;
  return { step: "valid", codes: [band] };
}

function eligibleByHand(variable: string, { sheet }: CaseRecord): boolean {
  if (variable === "V08") return hasCode(sheet.answers.V07, [1, 2]);
  if (variable === "V12") return hasCode(sheet.answers.V04, [2, 3]);
  if (["V17", "V18", "V19"].includes(variable)) return hasCode(sheet.answers.V16, [1]);
  return true;
}

function storedByHand(variable: string, { sheet }: CaseRecord): AnswerValue | undefined {
  const risks = (phase: string) =>
    sheet.items.filter((item) => item.group === "riskAssessment" && item.phase === phase);
  const interventions = sheet.items.filter((item) => item.group === "intervention");
  if (variable === "V14") return distinctOf(risks("before"), "method");
  if (variable === "V20") return distinctOf(risks("during"), "method");
  if (variable === "V17") return distinctOf(interventions, "type");
  if (variable === "V18") return distinctOf(interventions, "form");
  if (variable === "V15") return levelOf(firstByMethod(risks("before")));
  if (variable === "V24") return levelOf(lastByDate(risks("after")));
  return sheet.answers[variable];
}

function distinctOf(items: readonly Item[], field: string): AnswerValue | undefined {
  const codes: number[] = [];
  let missing: AnswerValue | undefined;
  let isWaiting = items.length === 0;
  for (const { answers } of items) {
    const value = answers[field];
    if (value === undefined) isWaiting = true;
    if (value?.kind === "missing" && (missing?.kind !== "missing" || value.code > missing.code)) {
      missing = value;
    }
    if (value?.kind !== "codes") continue;
    for (const code of value.codes) if (!codes.includes(code)) codes.push(code);
  }
  if (codes.length > 0) return { kind: "codes", codes };
  return isWaiting ? undefined : missing;
}

/** Without an assessment there is no level: 98. While the method is unknown, so is the level. */
function levelOf(item: Item | undefined): AnswerValue | undefined {
  const method = item?.answers.method;
  if (!item || !method) return undefined;
  return hasCode(method, [8]) ? { kind: "missing", code: 98 } : item.answers.level;
}

function firstByMethod(items: readonly Item[]): Item | undefined {
  let first: Item | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const method = item.answers.method;
    if (method?.kind !== "codes" || (method.codes[0] ?? 0) >= lowest) continue;
    lowest = method.codes[0] ?? 0;
    first = item;
  }
  return first ?? items[0];
}

function lastByDate(items: readonly Item[]): Item | undefined {
  let last: Item | undefined;
  let latest = "";
  for (const item of items) {
    const { method, date } = item.answers;
    if (!method || hasCode(method, [8]) || date?.kind !== "date" || date.date < latest) continue;
    latest = date.date;
    last = item;
  }
  return last ?? items[items.length - 1];
}

/** The case is past the phase: closed, the phase completed, or something of a later one begun. */
export function isPassedByHand(phase: string, codebook: Codebook, record: CaseRecord): boolean {
  if (record.state === "closed" || Object.hasOwn(record.completed, phase)) return true;
  const following: { readonly [phase: string]: string } = {
    background: "before",
    before: "during",
    during: "after",
  };
  const next = following[phase];
  return next !== undefined && isBegun(next, codebook, record);
}

function isBegun(phase: string, codebook: Codebook, record: CaseRecord): boolean {
  if (phase === "client") return ["offered", "answered", "declined"].includes(record.survey.kind);
  if (phase === "background" || record.state === "closed") return true;
  const following = ["before", "during", "after"];
  const reached = following.slice(following.indexOf(phase));
  for (const { id, phase: asked } of codebook.variables) {
    if (reached.includes(asked) && record.sheet.answers[id]) return true;
  }
  for (const item of record.sheet.items) if (reached.includes(item.phase)) return true;
  return reached.some((each) => Object.hasOwn(record.completed, each));
}

function hasCode(value: AnswerValue | undefined, codes: readonly number[]): boolean {
  return value?.kind === "codes" && value.codes.some((code) => codes.includes(code));
}
