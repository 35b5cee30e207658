import type {
  Condition,
  PlainAnswer,
  PlainAnswers,
  PlainCase,
  PlainCodebook,
  PlainQuestion,
  PlainRow,
  PlainVariable,
  PlainView,
} from "./kit-forms.ts";

/** What one question says: its codes, or something else that was stored; and whether more may come. */
export type Said = {
  readonly codes: readonly number[];
  readonly isStored: boolean;
  readonly isSettled: boolean;
  /** What rows are put in order by. */
  readonly rank: number | string | undefined;
};

/** `undefined`: it rests on something that is not answered. */
export type Truth = boolean | undefined;

const nothing: Said = { codes: [], isStored: false, isSettled: false, rank: undefined };

/**
 * One case and its codebook, asked one question at a time, from the question back to what it rests on.
 * The rules are those of `docs/codebook-format.md`, «Conditions» and «Questions».
 */
export function plainCase(codebook: PlainCodebook, delivered: PlainCase) {
  const groupOf = (id: string) => mustFind(codebook.groups, id);

  function isGroupAsked(id: string): Truth {
    const { condition } = groupOf(id);
    return condition === undefined ? true : holds(condition);
  }

  function isAsked({ condition, view }: PlainVariable): Truth {
    const own = condition === undefined ? true : holds(condition);
    return view === undefined ? own : both(own, isGroupAsked(view.group));
  }

  function said(variable: PlainVariable): Said {
    const asked = isAsked(variable);
    if (asked === false) return coded([97]);
    if (asked === undefined) return nothing;
    return variable.view ? saidByRows(variable.view) : stored(delivered.answers, variable.id);
  }

  function isFieldAsked(row: PlainRow, { condition }: PlainQuestion): Truth {
    const group = groupOf(row.group);
    const shown = group.phases.includes(row.phase) ? isGroupAsked(row.group) : false;
    return condition === undefined ? shown : both(shown, holds(condition, row));
  }

  function saidInRow(row: PlainRow, name: string, unasked = 97): Said {
    const field = mustFind(groupOf(row.group).fields, name);
    const asked = isFieldAsked(row, field);
    if (asked === undefined) return nothing;
    return asked ? stored(row.answers, name) : coded([unasked]);
  }

  function saidByRows({ group, field, phases, take, orderBy, notAskedAs }: PlainView): Said {
    const rows = delivered.items.filter(
      (row) =>
        row.group === group &&
        groupOf(group).phases.includes(row.phase) &&
        (phases === undefined || phases.includes(row.phase)),
    );
    if (rows.length === 0) return nothing;
    const all = rows.map((row) => saidInRow(row, field, notAskedAs));
    if (take === "set") return distinct(all);
    const ranks = rows.map((row) =>
      orderBy === undefined ? undefined : saidInRow(row, orderBy).rank,
    );
    return all[chosen(ranks, take)] ?? nothing;
  }

  function holds(condition: Condition, row?: PlainRow): Truth {
    if ("answer" in condition) {
      return isOneOf(said(mustFind(codebook.variables, condition.answer)), condition.in);
    }
    if ("field" in condition) {
      if (!row) throw new Error(`${condition.field} outside a row`);
      return isOneOf(saidInRow(row, condition.field), condition.in);
    }
    if ("all" in condition) return all(condition.all.map((part) => holds(part, row)));
    if ("any" in condition) return not(all(condition.any.map((part) => not(holds(part, row)))));
    if ("not" in condition) return not(holds(condition.not, row));
    const { someItem, phases, where } = condition;
    const found = delivered.items
      .filter((each) => each.group === someItem && (phases?.includes(each.phase) ?? true))
      .map((each) => {
        const isShown = groupOf(someItem).phases.includes(each.phase);
        const shown = isShown ? isGroupAsked(someItem) : false;
        return where === undefined ? shown : both(shown, holds(where, each));
      });
    return not(all(found.map(not)));
  }

  return { isAsked, said, holds: (condition: Condition) => holds(condition) };
}

function stored(answers: PlainAnswers, name: string): Said {
  const answer: PlainAnswer | undefined = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (answer === undefined) return nothing;
  if (typeof answer === "number") return coded([answer]);
  if (typeof answer === "string") return { ...coded([]), rank: answer };
  return "number" in answer ? { ...coded([]), rank: answer.number } : coded(answer);
}

/** A missing code says nothing of an order. */
function coded(codes: readonly number[]): Said {
  const [first] = codes;
  const rank = first !== undefined && first < 97 ? first : undefined;
  return { codes, isStored: true, isSettled: true, rank };
}

/** The distinct codes of several rows; a missing code counts where there is no other. */
function distinct(rows: readonly Said[]): Said {
  const codes = [...new Set(rows.flatMap((row) => row.codes))].sort((a, b) => a - b);
  const real = codes.filter((code) => code < 97);
  const isSettled = rows.every((row) => row.isSettled);
  if (real.length > 0) return { ...coded(real), isSettled };
  const highest = codes.at(-1);
  return isSettled && highest !== undefined ? coded([highest]) : nothing;
}

/** The place of the first or the last in order; of equals the first, or the last, as they stand. */
function chosen(ranks: readonly (number | string | undefined)[], take: "first" | "last"): number {
  let best = -1;
  for (const [at, rank] of ranks.entries()) {
    if (rank === undefined) continue;
    const before = ranks[best];
    if (before === undefined || (take === "first" ? rank < before : rank >= before)) best = at;
  }
  if (best >= 0) return best;
  return take === "first" ? 0 : ranks.length - 1;
}

function isOneOf({ codes, isSettled }: Said, wanted: readonly number[]): Truth {
  if (codes.some((code) => wanted.includes(code))) return true;
  return isSettled ? false : undefined;
}

function both(one: Truth, other: Truth): Truth {
  return all([one, other]);
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

export function mustFind<Named extends { readonly id: string }>(
  among: readonly Named[],
  id: string,
): Named {
  const found = among.find((each) => each.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}
