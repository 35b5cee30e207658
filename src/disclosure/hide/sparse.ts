/** Lists of whole numbers beside each other: those of `i` lie from `start[i]` up to `start[i + 1]`. */
export type Lists = { readonly start: Int32Array; readonly items: Int32Array };

/** Numbers that go with the items of `Lists`, place by place. */
export type Weighted = Lists & { readonly weights: Int32Array };

/** The same pairs, listed by their item. */
export function transposed(lists: Weighted, width: number): Weighted {
  const start = new Int32Array(width + 1);
  for (const item of lists.items) start[item + 1] = (start[item + 1] ?? 0) + 1;
  for (let at = 0; at < width; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice(0, width);
  const items = new Int32Array(lists.items.length);
  const weights = new Int32Array(lists.items.length);
  for (let list = 0; list + 1 < lists.start.length; list++) {
    for (let at = lists.start[list] ?? 0; at < (lists.start[list + 1] ?? 0); at++) {
      const item = lists.items[at] ?? 0;
      const place = next[item] ?? 0;
      next[item] = place + 1;
      items[place] = list;
      weights[place] = lists.weights[at] ?? 0;
    }
  }
  return { start, items, weights };
}

/** Lists from arrays of pairs (item, weight), one array a list. */
export function weighted(lists: readonly (readonly (readonly [number, number])[])[]): Weighted {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    start[at + 1] = (start[at] ?? 0) + list.length;
  });
  const items = new Int32Array(start[lists.length] ?? 0);
  const weights = new Int32Array(items.length);
  let place = 0;
  for (const list of lists) {
    for (const [item, weight] of list) {
      items[place] = item;
      weights[place++] = weight;
    }
  }
  return { start, items, weights };
}
