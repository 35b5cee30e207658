import ts from "typescript";

/** One small fault: the text from `start` until `end` of a file replaced. Positions in UTF-16 units. */
export type Mutant = {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly was: string;
  readonly becomes: string;
};

const operators: { readonly [was: string]: readonly string[] } = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
};

const unaryOperators: { readonly [was: string]: string } = { "-": "", "!": "" };

const methods: { readonly [was: string]: string } = {
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  sqrt: "abs",
  abs: "trunc",
  exp: "expm1",
  log: "log1p",
  some: "every",
  every: "some",
};

const constants = ["true", "false"] as const;

/** Every fault that we know how to make of this source, in its order; types and messages are let be. */
export function findMutants(text: string): readonly Mutant[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node) || isOnlyForCompiler(node)) return;
    for (const [what, becomes] of [...faultsAt(node), ...constantConditions(node)]) {
      const start = what.getStart();
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ start, end: what.end, line, was: what.getText(), becomes });
    }
    if (!ts.isThrowStatement(node)) ts.forEachChild(node, visit);
  }

  visit(source);
  return mutants.filter((mutant) => isReadable(text, mutant));
}

type Fault = readonly [what: ts.Node, becomes: string];

function faultsAt(node: ts.Node): readonly Fault[] {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken } = node;
    return (operators[operatorToken.getText()] ?? []).map((other) => [operatorToken, other]);
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const other = unaryOperators[node.getText().slice(0, -node.operand.getText().length)];
    return other === undefined ? [] : [[node, `${other}${node.operand.getText()}`]];
  }
  if (ts.isNumericLiteral(node))
    return isByFeel(node) ? [] : nearby(Number(node.text)).map((other) => [node, other]);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, "false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, "true"]];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression;
    const other = Object.hasOwn(methods, name.text) ? methods[name.text] : undefined;
    return other === undefined ? [] : [[name, other]];
  }
  if (ts.isReturnStatement(node)) return returnsNothing(node.expression);
  return ts.isExpressionStatement(node) || ts.isThrowStatement(node) ? [[node, ";"]] : [];
}

/**
 * The number in `list[at] ?? 0`: a place that a loop has found is there, and only the compiler asks what
 * to do if it were not. Whether the place is read at all is tried by the `&&`.
 */
function isOnlyForCompiler(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || !ts.isBinaryExpression(parent) || parent.right !== node) return false;
  return (
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    ts.isElementAccessExpression(parent.left) &&
    /^-?[\d_]+$/.test(node.getText())
  );
}

/**
 * What is chosen by feel: a tolerance (`1e-9`), and how far something is tried at most, in round hundreds
 * by a name of its own (`const mostSteps = 10_000;`). A little more or less is as good.
 */
function isByFeel(node: ts.NumericLiteral): boolean {
  if (/^1e-\d+$/.test(node.getText())) return true;
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent);
  const value = Number(node.text);
  return isNamed && value >= 100 && value % 100 === 0;
}

/** Who is told `undefined` already learns nothing new, and who asks whether does not hear it from `false`. */
function returnsNothing(told: ts.Expression | undefined): readonly Fault[] {
  const isSame = told === undefined || ["undefined", "false"].includes(told.getText());
  return isSame ? [] : [[told, "undefined"]];
}

/** Not of loops: one that never ends says nothing about the tests. */
function constantConditions(node: ts.Node): readonly Fault[] {
  if (ts.isIfStatement(node)) return constants.map((truth) => [node.expression, truth]);
  if (!ts.isConditionalExpression(node)) return [];
  return constants.map((truth) => [node.condition, truth]);
}

/** What cannot even be read is no fault that anybody could make. */
function isReadable(text: string, { start, end, becomes }: Mutant): boolean {
  const faulty = text.slice(0, start) + becomes + text.slice(end);
  return ts.transpileModule(faulty, { reportDiagnostics: true }).diagnostics?.length === 0;
}

/** Whole numbers one up and one down; others by one in a hundred thousand. */
function nearby(value: number): readonly string[] {
  if (Number.isInteger(value)) return [`${value + 1}`, `(${value - 1})`];
  return [`${value * 1.00001}`];
}
