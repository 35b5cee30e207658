import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";

/** Milliseconds: longer than between the two taps of somebody who taps twice, shorter than reading a question. */
const settling = 400;

/**
 * A press that comes just after a card was meant for the card before: the second tap on «Ja» would answer the
 * question that has come under the thumb. It is not heard, from where it begins to where it ends. A key is
 * pressed once on purpose (one that is held is not heard either), and is always heard.
 */
export function useCalmPresses(card: number) {
  const isSettling = useRef(false);
  const isUnheard = useRef(false);
  useEffect(() => {
    if (card === 0) return;
    isSettling.current = true;
    const timer = setTimeout(() => {
      isSettling.current = false;
    }, settling);
    return () => clearTimeout(timer);
  }, [card]);

  return {
    onPointerDownCapture(event: PointerEvent): void {
      isUnheard.current = isSettling.current;
      if (!isUnheard.current) return;
      // Focus stays with the question.
      event.preventDefault();
      event.stopPropagation();
    },
    onClickCapture(event: MouseEvent): void {
      // Of a click by key the detail is 0.
      if (event.detail === 0 || !(isUnheard.current || isSettling.current)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
