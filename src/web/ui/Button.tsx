import { Button as MidasButton } from "@midas-ds/components/button/index.js";
import "@midas-ds/components/default.css";
import type { ReactNode } from "react";
import { KeyHint } from "./KeyHint.tsx";
import "./controls.css";

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: "primary" | "secondary";
  readonly type?: "button" | "submit";
  readonly isLarge?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly id?: string;
  /** The key that does the same, shown to those who use one. */
  readonly shortcut?: string;
  readonly describedBy?: string;
};

export function Button({
  children,
  kind = "primary",
  isLarge = false,
  shortcut,
  describedBy,
  onPress,
  ...others
}: Props) {
  return (
    <MidasButton
      {...others}
      {...(onPress ? { onPress } : {})}
      {...(describedBy ? { "aria-describedby": describedBy } : {})}
      variant={kind}
      size="medium"
      className={isLarge ? "button large" : "button"}
    >
      {children}
      {shortcut && <KeyHint>{shortcut}</KeyHint>}
    </MidasButton>
  );
}
