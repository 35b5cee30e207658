import type { AnswerValue, Codebook, Evaluation, Item, View } from "#codebook";

/**
 * Rows in an order from which the views still choose the same one. A view takes the first or the last
 * row by a day, of which the delivery tells only the quarter, or by a field that does not leave at all;
 * among equals the order of the rows decides, so the rows stand as that day or field has them.
 */
export function itemsInOrder(
  codebook: Codebook,
  items: readonly Item[],
  evaluation: Evaluation,
): readonly Item[] {
  return blurredViews(codebook).reduce(
    (so, view) => inOrderOf(view, so, evaluation),
    items as Item[],
  );
}

type OrderedView = View & { readonly orderBy: string };

const viewsOf = new WeakMap<Codebook, readonly OrderedView[]>();

function blurredViews(codebook: Codebook): readonly OrderedView[] {
  const before = viewsOf.get(codebook);
  if (before) return before;
  const found = codebook.variables.flatMap(({ view }): readonly OrderedView[] => {
    if (view?.orderBy === undefined || view.take === "set") return [];
    const group = codebook.groups.find(({ id }) => id === view.group);
    const field = group?.fields.find(({ id }) => id === view.orderBy);
    const isExact = field?.type !== "date" && field?.exportLevel === "national";
    return isExact ? [] : [{ ...view, orderBy: view.orderBy }];
  });
  viewsOf.set(codebook, found);
  return found;
}

function inOrderOf(view: OrderedView, items: Item[], evaluation: Evaluation): Item[] {
  const isSeen = (item: Item) =>
    item.group === view.group && (view.phases?.includes(item.phase) ?? true);
  const seen = items.filter(isSeen);
  if (seen.length < 2) return items;
  // A row without the field is chosen only where all lack it: it stands where it is not looked for.
  const last = view.take === "first" ? 1 : -1;
  const ranked = seen.map((item) => ({ item, rank: rankAt(evaluation, view.orderBy, item) }));
  ranked.sort((one, other) => {
    if (one.rank === undefined || other.rank === undefined) {
      return one.rank === other.rank ? 0 : one.rank === undefined ? last : -last;
    }
    return one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0;
  });
  const next = ranked.map(({ item }) => item).values();
  return items.map((item) => (isSeen(item) ? (next.next().value ?? item) : item));
}

function rankAt(evaluation: Evaluation, field: string, item: Item): number | string | undefined {
  const value: AnswerValue | undefined = evaluation.valueOf({ variable: field, item: item.id });
  if (value?.kind === "codes") return value.codes[0];
  if (value?.kind === "number") return value.number;
  return value?.kind === "date" ? value.date : undefined;
}
