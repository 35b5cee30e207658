/** So many pictures near the place have been laid out by then. */
const frames = 20;

/**
 * Pictures that come near are laid out first then, and are higher than was guessed: the page stays at the place
 * while that goes on.
 */
export function stayAt(anchor: string, left = frames): void {
  document.getElementById(anchor)?.scrollIntoView();
  if (left > 0) requestAnimationFrame(() => stayAt(anchor, left - 1));
}
