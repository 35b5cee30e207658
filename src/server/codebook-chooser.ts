import type { Codebook } from "#codebook";
import type { MunicipalityCode } from "#kernel";
import type { Services } from "./services.ts";

/**
 * New cases are registered under the municipality's own overlay where it has one, else under the
 * newest common codebook.
 */
export function codebookChooser(codebooks: readonly Codebook[]): Services["codebookOf"] {
  const common = codebooks
    .filter((codebook) => codebook.extends === undefined)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const [newest] = common;
  if (!newest) throw new Error("the library holds no codebook");
  return (municipality: MunicipalityCode) => {
    const namespace = `k${municipality}.`;
    const own = codebooks.find((codebook) => codebook.extends?.namespace === namespace);
    return (own ?? newest).id;
  };
}
