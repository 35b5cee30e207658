import type { ReactNode } from "react";
import "./controls.css";

type Props = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isExpanded?: boolean;
  readonly controls?: string;
  readonly label?: string;
};

/** For what is seldom done: looks like a link, is a button. */
export function QuietButton({ children, onPress, isExpanded, controls, label }: Props) {
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={onPress}
      aria-expanded={isExpanded}
      aria-controls={controls}
      aria-label={label}
    >
      {children}
    </button>
  );
}
