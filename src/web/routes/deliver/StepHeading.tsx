import { type ReactNode, useEffect, useRef } from "react";

/** The step's heading takes focus when the step comes by a press, so that it is read aloud. */
export function StepHeading({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".deliver-line")?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
