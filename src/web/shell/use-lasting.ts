import { useEffect, useState } from "react";

/** Milliseconds after which a wait is felt. */
const noticeable = 300;

/** What was there stays until the new is there; only a slow one is stood in for. */
export function useLasting(isTrue: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isTrue) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), noticeable);
    return () => clearTimeout(timer);
  }, [isTrue]);
  return isTrue && isLasting;
}
