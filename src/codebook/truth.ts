/** Kleene's three values; `undefined` is «not yet known». */
export type Truth = boolean | undefined;

/** False as soon as one is false, whatever is still unknown. */
export function both(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

export function negate(one: Truth): Truth {
  return one === undefined ? undefined : !one;
}

/** True if some element is, false if all are false, otherwise unknown. */
export function someTrue<Element>(
  elements: readonly Element[],
  judge: (element: Element) => Truth,
): Truth {
  let verdict: Truth = false;
  for (const element of elements) {
    const truth = judge(element);
    if (truth === true) return true;
    if (truth === undefined) verdict = undefined;
  }
  return verdict;
}

export function everyTrue<Element>(
  elements: readonly Element[],
  judge: (element: Element) => Truth,
): Truth {
  let verdict: Truth = true;
  for (const element of elements) {
    const truth = judge(element);
    if (truth === false) return false;
    if (truth === undefined) verdict = undefined;
  }
  return verdict;
}
