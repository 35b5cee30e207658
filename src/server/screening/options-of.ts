import { meetingCodebook } from "#screening";

/** Of the meeting codebook's question on the concept, in words. */
export function optionsOf(
  concept: string,
): readonly { readonly code: number; readonly label: string }[] {
  const question = meetingCodebook().variables.find((each) => each.concept === concept);
  return question?.options.map(({ code, label }) => ({ code, label: label.sv })) ?? [];
}
