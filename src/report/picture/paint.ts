/**
 * How things look in every picture. Apart from colour they differ in shape, outline, tone or thickness,
 * so that they are told apart on grey paper too.
 */
export const ownFill = "var(--picture-bar, #3d73b5)";
export const besideFill = "var(--picture-beside, #8f96a0)";

export const outline = {
  stroke: "currentColor",
  "stroke-opacity": 0.7,
  "stroke-width": 1,
} as const;

/** What is only there to lead the eye. */
export const guide = { stroke: "currentColor", "stroke-opacity": 0.25, "stroke-width": 1 } as const;
