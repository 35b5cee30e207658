export { optionLabel } from "#codebook";

/** 98: stored, but no answer; it stands outside the whole. */
export const notAnswered = 98;
