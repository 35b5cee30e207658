import type { PhaseId } from "#codebook";
import type { Command } from "./case-commands.ts";

/**
 * What a case of the small codebook should do, said once more in another way: plain lists and loops,
 * with the codebook's conditions written out by hand. It shares no code with the room.
 */
export type CaseModel = {
  revision: number;
  isClosed: boolean;
  /** JSON of the value, by place: `sex`, or `<row>.kind`. */
  readonly answers: Map<string, string>;
  /** Revision that last touched the place. */
  readonly marks: Map<string, number>;
  readonly rows: Map<string, { readonly group: string; readonly phase: PhaseId }>;
  readonly completed: Set<PhaseId>;
  startedOn: string;
  surveyOfferedOn: string | null;
};

/** `done`, `same` where nothing changes, or the code of the first problem. */
export type Expected = string;

const unitPhases: readonly PhaseId[] = ["background", "before", "during", "after"];
const phaseOfVariable: { readonly [variable: string]: PhaseId } = {
  sex: "background",
  birthYear: "background",
  children: "background",
  childrenSaw: "before",
  violence: "before",
  reported: "before",
  reportedOn: "before",
  given: "during",
  goal: "after",
};
const fieldsOf: { readonly [group: string]: readonly string[] } = {
  risk: ["method", "level"],
  intervention: ["kind", "from", "until"],
};
const optional = ["reported", "until"];

export function newModel(startedOn: string): CaseModel {
  return {
    revision: 1,
    isClosed: false,
    answers: new Map(),
    marks: new Map(),
    rows: new Map(),
    completed: new Set(),
    startedOn,
    surveyOfferedOn: null,
  };
}

/** What should follow from a command; the model changes accordingly. */
export function tellModel(model: CaseModel, command: Command, basedOn: number): Expected {
  switch (command.kind) {
    case "answer": {
      const { place, value } = command;
      return answer(model, place, value && JSON.stringify(value), basedOn);
    }
    case "add":
      return addRow(model, command.row, command.group, command.phase);
    case "remove":
      return removeRow(model, command.row);
    case "complete":
      return complete(model, command.phase);
    case "reopen":
      return reopen(model, command.phase);
    case "start":
      if (model.isClosed) return "case-closed";
      if (model.startedOn === command.on) return "same";
      model.startedOn = command.on;
      model.revision++;
      return "done";
    case "survey":
      if (model.surveyOfferedOn === command.on) return "same";
      model.surveyOfferedOn = command.on;
      model.revision++;
      return "done";
  }
}

function answer(model: CaseModel, place: string, value: string | null, basedOn: number): Expected {
  const row = rowOf(place);
  if (row !== undefined) {
    const group = model.rows.get(row)?.group;
    if (group === undefined) return "unknown-item";
    const field = place.slice(place.indexOf(".") + 1);
    if (!fieldsOf[group]?.includes(field)) return "unknown-variable";
  }
  if ((model.answers.get(place) ?? null) === value) return "same";
  const closed = refusedByLife(model, phaseOf(model, place));
  if (closed) return closed;
  if ((model.marks.get(place) ?? 0) !== basedOn) return "changed-meanwhile";
  if (value !== null && stateOf(model, place) !== "asked") return "not-asked";
  model.revision++;
  model.marks.set(place, model.revision);
  if (value === null) model.answers.delete(place);
  else model.answers.set(place, value);
  return "done";
}

function addRow(model: CaseModel, row: string, group: string, phase: PhaseId): Expected {
  if (model.rows.has(row)) return "same";
  const closed = refusedByLife(model, phase);
  if (closed) return closed;
  if (group === "intervention" && interventionState(model) !== "asked") return "not-asked";
  model.revision++;
  model.rows.set(row, { group, phase });
  return "done";
}

function removeRow(model: CaseModel, row: string): Expected {
  const found = model.rows.get(row);
  if (!found) return "unknown-item";
  const closed = refusedByLife(model, found.phase);
  if (closed) return closed;
  model.revision++;
  dropRow(model, row);
  return "done";
}

function complete(model: CaseModel, phase: PhaseId): Expected {
  if (model.completed.has(phase)) return "same";
  if (model.isClosed) return "case-closed";
  const finishing = phase === "after" ? unitPhases : [phase];
  const problems = finishing.flatMap((each) => problemsOf(model, each));
  if (problems.length > 0) return problems[0] ?? "";
  if (phase === "after" && looksOdd(model)) return "warning-unanswered";
  const incomplete = [...model.completed].filter(
    (each) => !finishing.includes(each) && problemsOf(model, each).length > 0,
  );
  const finished = new Set([...model.completed, ...finishing]);
  model.revision++;
  for (const [row, { group, phase: where }] of [...model.rows]) {
    const isHidden = group === "intervention" && interventionState(model) === "hidden";
    if (isHidden && finished.has(where)) dropRow(model, row);
  }
  for (const place of [...model.answers.keys()]) {
    const where = phaseOf(model, place);
    if (where === undefined || !finished.has(where) || stateOf(model, place) !== "hidden") continue;
    model.answers.delete(place);
    model.marks.set(place, model.revision);
  }
  for (const each of finishing) model.completed.add(each);
  for (const each of incomplete) model.completed.delete(each);
  model.isClosed = phase === "after";
  return "done";
}

function reopen(model: CaseModel, phase: PhaseId | "case"): Expected {
  if (phase === "case") {
    if (!model.isClosed) return "case-open";
    model.isClosed = false;
    model.completed.delete("after");
  } else {
    if (model.isClosed) return "case-closed";
    if (!model.completed.delete(phase)) return "same";
  }
  model.revision++;
  return "done";
}

function refusedByLife(model: CaseModel, phase: PhaseId | undefined): Expected | undefined {
  if (model.isClosed) return "case-closed";
  return phase !== undefined && model.completed.has(phase) ? "phase-completed" : undefined;
}

function problemsOf(model: CaseModel, phase: PhaseId): string[] {
  const problems: string[] = [];
  const places = Object.keys(phaseOfVariable).filter((name) => phaseOfVariable[name] === phase);
  for (const [row, { group, phase: where }] of model.rows) {
    if (where !== phase) continue;
    places.push(...(fieldsOf[group] ?? []).map((field) => `${row}.${field}`));
  }
  for (const place of places) {
    const isOptional = optional.includes(place.slice(place.indexOf(".") + 1));
    if (!isOptional && stateOf(model, place) === "asked" && !model.answers.has(place)) {
      problems.push("answer-missing");
    }
  }
  const has = (group: string) =>
    [...model.rows.values()].some((row) => row.group === group && row.phase === phase);
  if (phase === "before" && !has("risk")) problems.push("answer-missing");
  if (phase === "during" && interventionState(model) === "asked" && !has("intervention")) {
    problems.push("answer-missing");
  }
  if (phase === "after" && isCode(model, "goal", 1) && isCode(model, "given", 2)) {
    problems.push("check-failed");
  }
  return problems;
}

type State = "asked" | "hidden" | "pending";

function stateOf(model: CaseModel, place: string): State {
  const row = rowOf(place);
  if (place === "childrenSaw") return askedWhere(model, "children", 2);
  if (place === "reportedOn") return askedWhere(model, "reported", 2);
  if (row === undefined) return "asked";
  if (model.rows.get(row)?.group === "intervention") return interventionState(model);
  return place.endsWith(".level") ? askedWhere(model, `${row}.method`, 1) : "asked";
}

function interventionState(model: CaseModel): State {
  return askedWhere(model, "given", 1);
}

function askedWhere(model: CaseModel, place: string, code: number): State {
  if (!model.answers.has(place)) return "pending";
  return isCode(model, place, code) ? "asked" : "hidden";
}

function isCode(model: CaseModel, place: string, code: number): boolean {
  return model.answers.get(place) === JSON.stringify({ kind: "codes", codes: [code] });
}

function phaseOf(model: CaseModel, place: string): PhaseId | undefined {
  const row = rowOf(place);
  return row === undefined ? phaseOfVariable[place] : model.rows.get(row)?.phase;
}

function dropRow(model: CaseModel, row: string): void {
  model.rows.delete(row);
  for (const place of [...model.answers.keys()]) {
    if (rowOf(place) === row) model.answers.delete(place);
  }
}

function rowOf(place: string): string | undefined {
  return place.includes(".") ? place.slice(0, place.indexOf(".")) : undefined;
}

/** The small codebook's one warning, which nobody here gives a reason for. */
function looksOdd(model: CaseModel): boolean {
  const violence = model.answers.get("violence") ?? "";
  return isCode(model, "goal", 1) && /[[,]3[\],]/.test(violence);
}
