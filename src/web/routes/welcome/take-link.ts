/**
 * The link from behind the # of the address, which no browser sends to anybody; and at once out of the
 * address, so that it is neither read over a shoulder nor kept in the list of pages visited.
 */
export function takeLink(): string {
  const { hash, pathname, search } = window.location;
  if (hash.length > 1) {
    taken = hash.slice(1);
    window.history.replaceState(window.history.state, "", pathname + search);
  }
  return taken;
}

/** For as long as the page is open. */
let taken = "";
