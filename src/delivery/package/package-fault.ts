import { type JsonValue, type Problem, type ProblemCode, problem } from "#kernel";

/** What is wrong with a package, on its way out of a stream; never leaves this folder. */
export class PackageFault extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, file: string, details?: { readonly [name: string]: JsonValue }) {
    super(code);
    this.problem = problem(code, file, details);
  }
}
