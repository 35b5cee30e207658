import { type ReactNode, useEffect, useRef } from "react";
import { Help, type HelpText } from "./Help.tsx";

type Props = {
  readonly title: string;
  /** What the window is called, where the title says more than a history list should hold. */
  readonly windowTitle?: string;
  readonly children: ReactNode;
  readonly lead?: ReactNode;
  readonly help: HelpText;
  /** A page that says itself where focus begins. */
  readonly placesFocus?: boolean;
};

/** A page: its name in the window's title, one heading, «Hjälp», and what stands on it. */
export function Page({
  title,
  windowTitle = title,
  lead,
  help,
  children,
  placesFocus = false,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle} · Skillnad`;
    window.scrollTo(0, 0);
  }, [windowTitle]);

  // A new page in the same document is silent: focus on its heading tells that it came.
  useEffect(() => {
    if (!placesFocus) heading.current?.focus({ preventScroll: true });
  }, [placesFocus]);

  return (
    <>
      <div className="page-heading">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Help about={title} {...help} />
        {lead && <div className="lead">{lead}</div>}
      </div>
      {children}
    </>
  );
}
