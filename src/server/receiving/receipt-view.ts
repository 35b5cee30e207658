import { type Problem, problemSentence } from "#kernel";
import type { IncomingDelivery } from "#store";
import type { ReceiptView } from "../wire-of-deliveries.ts";

export function problemsIn({ problems }: Pick<IncomingDelivery, "problems">): readonly Problem[] {
  return problems as unknown as readonly Problem[];
}

/** What whoever sent it is told. */
export function receiptView(delivery: IncomingDelivery): ReceiptView {
  const { state, arrivedAt: at } = delivery;
  switch (state) {
    case "quarantined":
      return refusedReceipt(problemsIn(delivery), at);
    case "declined":
      return { state, at, sentences: ["Mottagaren har avböjt leveransen. Fråga varför."] };
    case "waiting":
      return { state: "arrived", at, sentences: [] };
    case "accepted":
      return { state, at, sentences: [] };
  }
}

export function refusedReceipt(problems: readonly Problem[], at: ReceiptView["at"]): ReceiptView {
  return { state: "refused", at, sentences: problems.map((each) => problemSentence(each, "sv")) };
}
