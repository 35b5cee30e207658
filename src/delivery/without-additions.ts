import type { Codebook } from "#codebook";

/**
 * A municipality's codebook without all that its overlay and measures added, whose names hold their
 * namespace: what every sender and the receiver have in common, and count by.
 */
export function withoutAdditions(codebook: Codebook): Codebook {
  const { extends: base, ...own } = codebook;
  if (!base) return codebook;
  return {
    ...own,
    id: base.codebook,
    version: base.version,
    variables: codebook.variables.filter(isCommon),
    groups: codebook.groups.filter(isCommon),
    indicators: codebook.indicators.filter(isCommon),
    checks: codebook.checks.filter(isCommon),
  };
}

function isCommon({ id }: { readonly id: string }): boolean {
  return !id.includes(".");
}
