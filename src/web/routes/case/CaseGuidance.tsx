import type { ReactNode } from "react";
import { useOpenCase } from "./case-context.ts";
import { GuidanceContext, useGuidance } from "./unit-guidance.ts";

/** «Så gör vi hos oss», for every question of the case. */
export function CaseGuidance({ children }: { readonly children: ReactNode }) {
  const { view } = useOpenCase();
  return <GuidanceContext value={useGuidance(view)}>{children}</GuidanceContext>;
}
