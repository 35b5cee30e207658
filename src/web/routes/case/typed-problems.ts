import { createContext, type Dispatch, type SetStateAction, useContext, useEffect } from "react";

/** Counts the typed answers that hold a problem: they are not saved, and the bottom bar says so. */
export const TypedProblemsContext = createContext<Dispatch<SetStateAction<number>> | undefined>(
  undefined,
);

/** Counts this typed answer for as long as it holds a problem and stands on the page. */
export function useCountedProblem(hasProblem: boolean): void {
  const setCount = useContext(TypedProblemsContext);
  useEffect(() => {
    if (!hasProblem || !setCount) return;
    setCount((count) => count + 1);
    return () => setCount((count) => count - 1);
  }, [hasProblem, setCount]);
}
