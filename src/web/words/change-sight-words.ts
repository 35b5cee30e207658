import type { ChangeSight } from "#codebook";

/**
 * What cannot show change, and why, in at most one sentence each; and where the open measure is
 * switched on, that it can. Empty: all that was measured can be compared, or nothing was.
 */
export function changeSightsInWords(
  sights: readonly ChangeSight[],
  isClosed: boolean,
): readonly string[] {
  const told = sights.flatMap((sight) => sentenceOf(sight, isClosed));
  const measure = sights.find(({ isMeasure, kind }) => isMeasure && kind === "not-measured");
  const isNeeded = sights.some(({ isMeasure, kind }) => !isMeasure && kind !== "can-show");
  if (!measure || !isNeeded || isClosed) return told;
  return [
    ...told,
    `${measure.label.sv} är påslaget hos er och kan visa förändring, om det görs både före och efter.`,
  ];
}

function sentenceOf({ label, kind }: ChangeSight, isClosed: boolean): readonly string[] {
  const cannot = `${label.sv}: metoden kan inte visa förändring`;
  switch (kind) {
    case "only-one-moment":
      return isClosed
        ? [`${cannot}, för den är bara gjord vid ett tillfälle.`]
        : [`${cannot} än. Den är bara gjord vid ett tillfälle: gör om den på samma sätt efteråt.`];
    case "different-methods":
      return [`${cannot}, för metoderna före och efter är olika.`];
    default:
      return [];
  }
}
