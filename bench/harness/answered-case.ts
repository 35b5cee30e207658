import type { CaseView } from "#server";
import type { DemoVisitor } from "./demo-visitor.ts";

/** Variables of the first phase that every case is asked, each with a code 1 and a code 2. */
const variables = ["V01", "V03", "V04", "V05"] as const;

/** Saves the next answer in a case of its own: always a change, never twice the same. */
export type AnsweredCase = { readonly saveNext: () => Promise<number> };

/** Today's date would do, but a start some time back is what most cases have. */
const startedOn = "2026-01-12";

export async function startAnsweredCase(visitor: DemoVisitor): Promise<AnsweredCase> {
  let view = await visitor.request<CaseView>("POST /api/cases", { startedOn, unit: visitor.unit });
  let turn = 0;
  return {
    /** @returns milliseconds from the request to the answer's last byte. */
    async saveNext() {
      const variable = variables[turn % variables.length] ?? "V01";
      const code = 1 + (Math.floor(turn / variables.length) % 2);
      turn += 1;
      const value = { kind: "codes", codes: [code] };
      const basedOn = view.marks[variable]?.revision ?? 0;
      const route = `PUT /api/cases/${view.code}/answers/${variable}`;
      const begun = performance.now();
      const saved = await visitor.request<CaseView>(route, { value, basedOn });
      const taken = performance.now() - begun;
      if (saved.revision !== view.revision + 1) throw new Error(`${route} wrote nothing`);
      view = saved;
      return taken;
    },
  };
}
