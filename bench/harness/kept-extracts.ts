/** The folders that `keep-extracts.ts` makes and `count-kept.ts` opens. */
export const keptExtracts = { lived: "lived", crossed: "crossed" } as const;
