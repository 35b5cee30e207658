import { itemId } from "#kernel";
import { decideAddItem, decideAnswer, decideRemoveItem } from "#registration";
import { caseDecision } from "../http/case-decision.ts";
import type { Route } from "../http/route.ts";
import { AddItem, SetAnswer } from "../requests.ts";

export const answerRoutes: readonly Route[] = [
  caseDecision(
    "PUT /api/cases/:code/answers/:variable",
    "case.answered",
    SetAnswer,
    ({ record, codebook, context }, { value, basedOn }, deciding) => {
      const address = { variable: context.req.param("variable") ?? "" };
      return decideAnswer(record, codebook, { address, value, basedOn }, deciding);
    },
  ),
  caseDecision(
    "PUT /api/cases/:code/items/:item/answers/:variable",
    "case.answered",
    SetAnswer,
    ({ record, codebook, context }, { value, basedOn }, deciding) => {
      const item = itemId(context.req.param("item") ?? "");
      const address = { variable: context.req.param("variable") ?? "", item };
      return decideAnswer(record, codebook, { address, value, basedOn }, deciding);
    },
  ),
  caseDecision(
    "POST /api/cases/:code/items",
    "case.item-added",
    AddItem,
    ({ record, codebook }, item, deciding) => decideAddItem(record, codebook, item, deciding),
  ),
  caseDecision(
    "DELETE /api/cases/:code/items/:item",
    "case.item-removed",
    null,
    ({ record, context }, _, deciding) =>
      decideRemoveItem(record, itemId(context.req.param("item") ?? ""), deciding),
  ),
];
