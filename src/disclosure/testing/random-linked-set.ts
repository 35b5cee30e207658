import type { Randomness } from "#kernel";
import type {
  CellSubject,
  CountedSet,
  LinkedCell,
  Participant,
  Region,
  Relation,
  RelationKind,
} from "../linked/linked-cells.ts";

/** Of a case: where it is, and its answer to each question; several choices as a sum of powers of two. */
type Case = { readonly municipality: number; readonly answers: readonly number[] };

type Question = {
  readonly options: number;
  readonly several: boolean;
  /** Asked of those with the first answer to the question before. */
  readonly routed: boolean;
  readonly indicator: boolean;
  readonly sensitive: boolean;
};

const missing = -1;
const unanswered = -2;
const notEligible = -3;

/** How large a random release is; what is not given is drawn. */
export type ReleaseShape = {
  /** 1: one place and its units; 2: a nation of municipalities; 3: areas between them. */
  readonly levels: 1 | 2 | 3;
  /** By area, how many municipalities. */
  readonly areas: readonly number[];
  readonly questions: number;
  /** Cases of a participant, about. */
  readonly typical: number;
};

/** A random release of random cases: what it counts, it counts, so all equations hold by themselves. */
export function randomLinkedSet(
  randomness: Randomness,
  shape: ReleaseShape = randomShape(randomness),
): CountedSet {
  const municipalities = shape.areas.flatMap((within, area) =>
    Array.from({ length: within }, () => area),
  );
  const questions: Question[] = [];
  while (questions.length < shape.questions)
    questions.push(randomQuestion(randomness, questions.at(-1)?.routed === false));
  const cases = municipalities.flatMap((_, municipality) =>
    Array.from({ length: randomness.below(2 * shape.typical) + 1 }, () => ({
      municipality,
      answers: randomAnswers(questions, randomness),
    })),
  );
  return new Builder(shape.levels, municipalities, cases, randomness).build(questions);
}

function randomShape(randomness: Randomness): ReleaseShape {
  const levels = ([1, 2, 3] as const)[randomness.below(3)] ?? 1;
  const areas = Array.from({ length: levels === 3 && randomness.below(3) === 0 ? 2 : 1 }, () => 2);
  return {
    levels,
    areas: areas.map((least) => least + randomness.below(2)),
    questions: randomness.below(levels === 1 ? 2 : 5) === 0 ? (levels === 1 ? 3 : 2) : 1,
    typical: [4, 10, 25, 60][randomness.below(4)] ?? 10,
  };
}

function randomQuestion(randomness: Randomness, mayBeRouted: boolean): Question {
  const several = randomness.below(4) === 0;
  return {
    options: 2 + randomness.below(several ? 2 : 3),
    several,
    routed: mayBeRouted && randomness.below(2) === 0,
    indicator: randomness.below(3) === 0,
    sensitive: randomness.below(2) === 0,
  };
}

function randomAnswers(questions: readonly Question[], randomness: Randomness): number[] {
  const answers: number[] = [];
  for (const { routed, several, options } of questions) {
    const before = answers.at(-1) ?? 0;
    const isNone = randomness.below(5) === 0;
    if (routed && before !== 0) answers.push(notEligible);
    else if (isNone) answers.push(randomness.below(2) === 0 ? unanswered : missing);
    else if (several) answers.push(randomness.below(2 ** options));
    // Uneven, as answers are.
    else answers.push(Math.min(randomness.below(options), randomness.below(options + 1)));
  }
  return answers;
}

type Counted = (answer: number) => boolean;
type Local = {
  readonly kind: RelationKind;
  readonly terms: readonly (readonly [string, number])[];
};

class Builder {
  readonly #levels: number;
  readonly #cases: readonly Case[];
  readonly #randomness: Randomness;
  readonly #regions: Region[] = [];
  readonly #members: (readonly number[])[] = [];
  readonly #cells: LinkedCell[] = [];
  readonly #counts: number[] = [];
  readonly #relations: Relation[] = [];
  readonly #own: Map<number, number>[];
  readonly #places = new Map<string, number>();

  constructor(
    levels: number,
    municipalities: readonly number[],
    cases: readonly Case[],
    randomness: Randomness,
  ) {
    this.#levels = levels;
    this.#cases = cases;
    this.#randomness = randomness;
    this.#own = municipalities.map(() => new Map());
    const everyone = municipalities.map((_, at) => at);
    const top = levels === 1 ? "municipality" : "nation";
    this.#region({ id: "top", level: top, name: "top", parents: [] }, everyone);
    if (levels === 3)
      for (const area of new Set(municipalities))
        this.#region(
          { id: `area ${area}`, level: "area", name: `area ${area}`, parents: ["top"] },
          everyone.filter((each) => municipalities[each] === area),
        );
    if (levels > 1)
      municipalities.forEach((area, at) => {
        const parents = levels === 3 ? [`area ${area}`, "top"] : ["top"];
        this.#region({ id: `m${at}`, level: "municipality", name: `m${at}`, parents }, [at]);
      });
  }

  #region(region: Region, members: readonly number[]): void {
    this.#regions.push(region);
    this.#members.push(members);
  }

  build(questions: readonly Question[]): CountedSet {
    this.#everywhere("cases", "cases", { kind: "cases" }, "none", undefined, 0, () => true);
    questions.forEach((question, at) => {
      this.#question(question, at);
    });
    this.#tellNation();
    const participants: Participant[] = this.#own.map((own, at) => ({
      region: this.#levels === 1 ? `unit ${at}` : `m${at}`,
      own,
    }));
    return {
      set: { regions: this.#regions, cells: this.#cells, relations: this.#relations },
      counts: Int32Array.from(this.#counts),
      participants,
    };
  }

  #question(question: Question, at: number): void {
    const variable = `q${at}`;
    const name = (part: string) => `${variable} ${part}`;
    const chain = (step: "eligible" | "answered" | "valid"): CellSubject => ({
      kind: "chain",
      variable,
      step,
    });
    const left = (of: string): CellSubject => ({ kind: "left", variable, of });
    const add = (part: string, subject: CellSubject, guard: LinkedCell["guard"], is: Counted) => {
      const whole =
        guard === "few-or-none" && subject.kind === "answer" ? name("valid") : undefined;
      this.#everywhere(name(part), variable, subject, guard, whole, at, is);
    };
    add("eligible", chain("eligible"), "none", (answer) => answer !== notEligible);
    add("answered", chain("answered"), "none", (answer) => answer >= missing);
    add("valid", chain("valid"), "none", (answer) => answer >= 0);
    add("unanswered", left("unanswered"), "few", (answer) => answer === unanswered);
    add("missing", left("missing"), "few", (answer) => answer === missing);
    this.#locally("chain", [
      [name("eligible"), 1],
      [name("answered"), -1],
      [name("unanswered"), -1],
    ]);
    this.#locally("chain", [
      [name("answered"), 1],
      [name("valid"), -1],
      [name("missing"), -1],
    ]);
    if (question.routed && !this.#places.has(`top q${at - 1} yes 0`))
      this.#locally("route", [
        [name("eligible"), 1],
        [`q${at - 1} ${this.#places.has(`top q${at - 1} option 0`) ? "option 0" : "none"}`, -1],
      ]);
    if (!question.routed)
      this.#locally("phase", [
        [name("eligible"), 1],
        ["cases", -1],
      ]);
    if (question.several) this.#severalChoices(question, variable, add);
    else this.#singleChoice(question, variable, add);
  }

  #singleChoice(
    { options, sensitive, indicator }: Question,
    variable: string,
    add: (part: string, subject: CellSubject, guard: LinkedCell["guard"], is: Counted) => void,
  ): void {
    const guard = sensitive ? "few-or-none" : "few";
    const codes = Array.from({ length: options }, (_, code) => code);
    for (const code of codes)
      add(`option ${code}`, { kind: "answer", variable, codes: [code] }, guard, (a) => a === code);
    this.#locally("options", [
      [`${variable} valid`, 1],
      ...codes.map((code) => [`${variable} option ${code}`, -1] as const),
    ]);
    if (!indicator) return;
    const last = codes.slice(1);
    add("indicator", { kind: "answer", variable, codes: last }, "few", (a) => a >= 1);
    this.#locally("indicator", [
      [`${variable} indicator`, 1],
      ...last.map((code) => [`${variable} option ${code}`, -1] as const),
    ]);
    if (!sensitive) return;
    add("sum", { kind: "total", variable }, "none", () => false);
    // The sum behind a mean: each code times the cases with it.
    for (const [region] of this.#regions.entries()) {
      const place = this.#place(`${variable} sum`, region);
      const of = (code: number) => this.#place(`${variable} option ${code}`, region);
      const sum = (counts: (cell: number) => number) =>
        last.reduce((total, code) => total + code * counts(of(code)), 0);
      this.#counts[place] = sum((cell) => this.#counts[cell] ?? 0);
      for (const own of this.#own) {
        const share = sum((cell) => own.get(cell) ?? 0);
        if (share > 0) own.set(place, share);
      }
      this.#decide(place);
    }
    this.#locally("choices", [
      [`${variable} sum`, 1],
      ...last.map((code) => [`${variable} option ${code}`, -code] as const),
    ]);
  }

  #severalChoices(
    { options, sensitive }: Question,
    variable: string,
    add: (part: string, subject: CellSubject, guard: LinkedCell["guard"], is: Counted) => void,
  ): void {
    const guard = sensitive ? "few-or-none" : "few";
    const codes = Array.from({ length: options }, (_, code) => code);
    const has = (answer: number, code: number) => answer >= 0 && (answer >> code) % 2 === 1;
    for (const code of codes) {
      add(`yes ${code}`, { kind: "answer", variable, codes: [code] }, guard, (a) => has(a, code));
      const none = { kind: "no-answer", variable, codes: [code] } as const;
      add(`no ${code}`, none, guard, (a) => a >= 0 && !has(a, code));
      this.#locally("options", [
        [`${variable} valid`, 1],
        [`${variable} yes ${code}`, -1],
        [`${variable} no ${code}`, -1],
      ]);
    }
    add("any", { kind: "answer", variable, codes }, "few", (a) => a > 0);
    add("none", { kind: "no-answer", variable, codes }, "few", (a) => a === 0);
    this.#locally("options", [
      [`${variable} valid`, 1],
      [`${variable} any`, -1],
      [`${variable} none`, -1],
    ]);
    // An «or» leaves over, of each option, those who also chose another.
    for (const code of codes) {
      const of = `or without ${code}`;
      const beside = { kind: "left", variable, of } as const;
      add(of, beside, "none", (a) => a > 0 && !has(a, code));
      this.#locally("choices", [
        [`${variable} any`, 1],
        [`${variable} yes ${code}`, -1],
        [`${variable} ${of}`, -1],
      ]);
    }
  }

  /** A cell in every region, and the equations between regions. */
  #everywhere(
    name: string,
    table: string,
    subject: CellSubject,
    guard: LinkedCell["guard"],
    whole: string | undefined,
    question: number,
    is: Counted,
  ): void {
    this.#regions.forEach((region, at) => {
      const place = this.#cells.length;
      const members = this.#members[at] ?? [];
      this.#places.set(`${region.id} ${name}`, place);
      const counted = this.#cases.filter(
        ({ municipality, answers }) => members.includes(municipality) && is(answers[question] ?? 0),
      );
      this.#counts.push(counted.length);
      for (const { municipality } of counted) {
        const own = this.#own[municipality];
        own?.set(place, (own.get(place) ?? 0) + 1);
      }
      const wholePlace = whole === undefined ? undefined : this.#place(whole, at);
      this.#cells.push({
        id: `${region.id} ${name}`,
        region: region.id,
        table,
        population: "started",
        among: "",
        subject,
        role: "may",
        guard: region.level === "nation" && guard === "few-or-none" ? "few" : guard,
        worth: (region.level === "municipality" ? 1 : 4) + this.#randomness.below(3),
        ...(wholePlace === undefined || region.level === "nation" ? {} : { whole: wholePlace }),
      });
      this.#decide(place);
    });
    this.#regions.forEach((region, at) => {
      const parts = this.#regions.flatMap(({ parents }, each) =>
        parents[0] === region.id ? [{ cell: this.#place(name, each), factor: -1 }] : [],
      );
      if (parts.length === 0) return;
      const terms = [{ cell: this.#place(name, at), factor: 1 }, ...parts];
      this.#relations.push({ kind: "regions", terms });
    });
  }

  /** What is left of something is told by no table. */
  #decide(place: number): void {
    const cell = this.#cells[place];
    if (cell === undefined) return;
    const isNation = cell.region === "top" && this.#levels > 1;
    const never = isNation || cell.subject.kind === "left";
    this.#cells[place] = { ...cell, role: never ? "never" : "may" };
  }

  /** The nation tells a table where each of its cells is at least 5, also without any one participant. */
  #tellNation(): void {
    if (this.#levels === 1) return;
    const isSafe = (place: number) =>
      this.#own.every((own) => (this.#counts[place] ?? 0) - (own.get(place) ?? 0) >= 5);
    const nation = [...this.#cells.keys()].filter((place) => this.#cells[place]?.region === "top");
    for (const table of new Set(this.#cells.map((cell) => cell.table))) {
      const places = nation.filter((place) => this.#cells[place]?.table === table);
      const groups = places.filter((place) => this.#cells[place]?.subject.kind !== "total");
      // Now and then it tells what it should not, and there may be no way to protect it.
      const isRash = this.#randomness.below(25) === 0;
      if (!isRash && (!groups.every(isSafe) || this.#randomness.below(5) === 0)) continue;
      for (const place of places) {
        const cell = this.#cells[place];
        if (cell && cell.subject.kind !== "left") this.#cells[place] = { ...cell, role: "told" };
      }
    }
  }

  #place(name: string, region: number): number {
    return this.#places.get(`${this.#regions[region]?.id} ${name}`) ?? -1;
  }

  /** The same equation in every region. */
  #locally(kind: Local["kind"], terms: Local["terms"]): void {
    this.#regions.forEach((_, region) => {
      const placed = terms.map(([name, factor]) => ({ cell: this.#place(name, region), factor }));
      this.#relations.push({ kind, terms: placed });
    });
  }
}
