import type { Command } from "./case-commands.ts";
import { type CaseModel, type Expected, newModel, tellModel } from "./case-model.ts";
import { type LifeCommand, managers } from "./life-commands.ts";

/** Whose a case is and who may see it, said once more as a plain object; shares no code with the room. */
export type LifeModel = {
  inner: CaseModel;
  unit: string;
  assignee: string | null;
  share: { unit: string; assignee: string | null } | null;
  readers: Set<string> | null;
  isVoided: boolean;
};

export function newLife(startedOn: string, unit: string, assignee: string): LifeModel {
  const inner = newModel(startedOn);
  return { inner, unit, assignee, share: null, readers: null, isVoided: false };
}

/** Registering: as ever, but that a voided case takes up nothing new. */
export function tellRegistration(model: LifeModel, command: Command, basedOn: number): Expected {
  if (!model.isVoided) return tellModel(model.inner, command, basedOn);
  const answer = tellModel(structuredClone(model.inner), command, basedOn);
  const isUnheardOf = answer === "unknown-item" || answer === "unknown-variable";
  const isRepeat = answer === "same" && !["start", "reopen"].includes(command.kind);
  return isUnheardOf || isRepeat ? answer : "case-voided";
}

export function tellLife(model: LifeModel, command: LifeCommand): Expected {
  const wish = wishOf(model, command);
  if (wish === "same") return "same";
  if (model.isVoided && command.kind !== "restore") return "case-voided";
  if (typeof wish === "string") return wish;
  Object.assign(model, wish);
  model.inner.revision++;
  return "done";
}

/** What the model should become; `same`, or the code of the problem. */
function wishOf(model: LifeModel, command: LifeCommand): Partial<LifeModel> | string {
  const mayRead = (who: string | null) => who === null || (model.readers?.has(who) ?? true);
  switch (command.kind) {
    case "assign":
      if (command.to === model.assignee) return "same";
      return mayRead(command.to) ? { assignee: command.to } : "assignee-not-reader";
    case "share": {
      const share = command.with;
      if (JSON.stringify(share) === JSON.stringify(model.share)) return "same";
      if (share?.unit === model.unit) return "share-with-itself";
      return mayRead(share?.assignee ?? null)
        ? { share: share && { ...share } }
        : "assignee-not-reader";
    }
    case "transfer": {
      if (command.to === model.unit) return "same";
      if (!mayRead(managers[command.to] ?? "nobody")) return "no-reader-there";
      const share = model.share?.unit === command.to ? null : model.share;
      return { unit: command.to, assignee: null, share };
    }
    case "readers":
      return readersOf(model, command.readers);
    case "void":
      return model.isVoided ? "same" : { isVoided: true };
    case "restore":
      return model.isVoided ? { isVoided: false } : "same";
  }
}

function readersOf(model: LifeModel, named: readonly string[] | null): Partial<LifeModel> | string {
  const wanted = named && new Set(named);
  const shown = (readers: Set<string> | null) => JSON.stringify(readers && [...readers].sort());
  if (shown(wanted) === shown(model.readers)) return "same";
  if (wanted === null) return { readers: null };
  if (wanted.size === 0) return "readers-empty";
  for (const worker of [model.assignee, model.share?.assignee ?? null]) {
    if (worker !== null && !wanted.has(worker)) return "readers-without-assignee";
  }
  return wanted.has(managers[model.unit] ?? "") ? { readers: wanted } : "readers-without-manager";
}
