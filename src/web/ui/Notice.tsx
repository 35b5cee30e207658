import type { ReactNode } from "react";
import "./controls.css";

type Props = {
  readonly children: ReactNode;
  readonly title?: string;
  /** `notice` is the warm colour, for the one thing to see; `calm` only sets apart. */
  readonly tone?: "notice" | "calm";
  /** Read aloud at once when it appears. */
  readonly isUrgent?: boolean;
};

export function Notice({ children, title, tone = "notice", isUrgent = false }: Props) {
  return (
    <div
      className={tone === "calm" ? "notice calm" : "notice"}
      role={isUrgent ? "alert" : undefined}
    >
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
