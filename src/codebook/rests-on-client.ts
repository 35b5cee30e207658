import type { Codebook } from "./codebook.ts";
import { dependencyGraph, stepName } from "./dependencies.ts";

/**
 * All whose condition looks at what the client says herself, directly or through others: that it was
 * answered tells what she said. By `stepName`, which for a variable is its id.
 */
export function restsOnClient(codebook: Codebook): ReadonlySet<string> {
  const graph = dependencyGraph(codebook);
  const hers = codebook.variables.filter(({ phase, view }) => phase === "client" && !view);
  const reached = new Set<string>();
  let names = hers.map(({ id }) => id);
  while (names.length > 0) {
    const looking = [...graph].filter(
      ([name, { needs }]) =>
        !reached.has(name) && needs.some((each) => names.includes(stepName(each))),
    );
    names = looking.map(([name]) => name);
    for (const name of names) reached.add(name);
  }
  return reached;
}
