import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 to level AA (EN 301 549 asks for 2.1), and what axe calls best practice. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export type AxeScope = {
  /** A selector: only what stands in it. */
  readonly within?: string;
  /** Only these of axe's rules; otherwise all of the standards. */
  readonly rules?: readonly string[];
};

/**
 * What axe finds on the page as it stands, one sentence for each element: rule, what to do, where.
 * The program is handed to the page by the debugger, past its content security policy.
 */
export async function checkWithAxe(
  page: Page,
  { within, rules }: AxeScope = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = rules
    ? { type: "rule", values: [...rules] }
    : { type: "tag", values: [...standards] };
  const { violations } = await page.evaluate(
    async ({ context, runOnly }) => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return await inPage.run(context ?? document, { runOnly, resultTypes: ["violations"] });
    },
    { context: within, runOnly },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.replace(/\s+/g, " ");
      return `${id}: ${help}, at ${target.join(" ")} (${why})`;
    }),
  );
}
