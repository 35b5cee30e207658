/** What stands in the way, in one sentence for a person; everything else thrown is a bug. */
export class Refusal extends Error {}
