import { type ReactNode, useEffect, useRef } from "react";
import { useOwn } from "./own-context.ts";

type Props = {
  /** Of the part, as it is told to have been saved. */
  readonly name: string;
  /** The first button is the one that opens the part. */
  readonly children: ReactNode;
};

/** What can be done with a part. When it was just saved its editor is gone: focus comes here. */
export function PartActions({ name, children }: Props) {
  const { saved, mayEdit } = useOwn();
  const place = useRef<HTMLDivElement>(null);
  const told = saved?.name === name ? saved : undefined;
  useEffect(() => {
    if (told) place.current?.querySelector("button")?.focus();
  }, [told]);
  if (!mayEdit) return null;
  return (
    <div ref={place} className="row not-printed">
      {children}
      <span role="status" className="soft">
        {told?.sentence}
      </span>
    </div>
  );
}
