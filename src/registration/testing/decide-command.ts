import { isoDate, itemId } from "#kernel";
import { decideAnswer } from "../answer-question.ts";
import type { CaseRecord } from "../case-record.ts";
import { decideCompletePhase, decideReopenCase, decideReopenPhase } from "../complete-phase.ts";
import type { Deciding, Decision } from "../decision.ts";
import { decideAddItem, decideRemoveItem } from "../repeat-item.ts";
import { decideSettleSurvey } from "../settle-survey.ts";
import { decideCorrectStart } from "../start-case.ts";
import type { Command } from "./case-commands.ts";
import { smallCodebook } from "./small-codebook.ts";

/** What the room decides upon a command. */
export function decideCommand(
  record: CaseRecord,
  command: Command,
  basedOn: number,
  deciding: Deciding,
): Decision {
  switch (command.kind) {
    case "answer": {
      const [name = "", field] = command.place.split(".");
      const address =
        field === undefined ? { variable: name } : { variable: field, item: itemId(name) };
      const answer = { address, value: command.value, basedOn };
      return decideAnswer(record, smallCodebook, answer, deciding);
    }
    case "add": {
      const { row, group, phase } = command;
      return decideAddItem(record, smallCodebook, { group, phase, id: itemId(row) }, deciding);
    }
    case "remove":
      return decideRemoveItem(record, itemId(command.row), deciding);
    case "complete": {
      const closing = command.phase === "after" ? { closedOn: isoDate("2026-05-20") } : {};
      const completing = { phase: command.phase, ...closing };
      return decideCompletePhase(record, smallCodebook, completing, deciding);
    }
    case "reopen": {
      const why = { ...deciding, reason: "Rättelse av svar" };
      return command.phase === "case"
        ? decideReopenCase(record, why)
        : decideReopenPhase(record, command.phase, why);
    }
    case "start":
      return decideCorrectStart(record, isoDate(command.on), deciding);
    case "survey": {
      const offered = { kind: "offered", on: isoDate(command.on) } as const;
      return decideSettleSurvey(record, offered, deciding);
    }
  }
}
