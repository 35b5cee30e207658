import ts from "typescript";
import { type Limit, reachLimits } from "./rooms.ts";
import {
  type Finding,
  inRoom,
  isScript,
  isTest,
  type Rule,
  type SourceFile,
} from "./source-tree.ts";

/** The clock, chance and the environment are handed in by those who may reach for them. */
export const nobodyReachesOut: Rule = ({ files }) =>
  files
    .filter((file) => inRoom(file) && isScript(file) && !isTest(file))
    .flatMap((file) => {
      const limits = reachLimits.filter(
        ({ homes }) => !homes.some((home) => file.path.startsWith(home)),
      );
      return findNodes(file, (node) => reachFault(node, limits));
    });

function reachFault(node: ts.Node, limits: readonly Limit[]): string | undefined {
  const text = reachText(node);
  if (text === undefined) return undefined;
  const limit = limits.find(({ uses }) =>
    uses.some((use) => text === use || text.endsWith(`.${use}`)),
  );
  return limit && `${text}: ${limit.name} is reached only in ${limit.homes.join(", ")}`;
}

/** `process.env`, `Date.now`, `new Date()` without arguments, or the name that is called. */
function reachText(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) {
    return `new ${node.expression.getText()}()`;
  }
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return node.expression.text;
  return undefined;
}

/** A cast would walk through the wall that the types of tables are (docs/decisions/0006). */
export const nobodyForgesTables: Rule = ({ files }) =>
  files
    .filter((file) => inRoom(file) && isScript(file) && !isTest(file))
    .flatMap((file) =>
      findNodes(file, (node) => {
        if (!ts.isAsExpression(node) || node.type.getText() === "const") return undefined;
        const forged = tableMakers.find(
          ({ table, home }) =>
            new RegExp(`\\b${table}\\b`).test(node.type.getText()) && !file.path.startsWith(home),
        );
        return forged && `a cast to ${forged.table}: only ${forged.home} makes one`;
      }),
    );

const tableMakers = [
  { table: "RawTable", home: "src/tabulation/" },
  { table: "InternalTable", home: "src/disclosure/" },
  { table: "SafeTable", home: "src/disclosure/" },
];

/** A test that is skipped, or makes the others skipped, is a green lie. */
export const everyTestRuns: Rule = ({ files }) =>
  files.filter(isTest).flatMap((file) => findNodes(file, switchedOff));

const switches = ["only", "skip", "todo"];

function switchedOff(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression) && switches.includes(expression.name.text)) {
    const owner = expression.expression.getText();
    if (/^(?:test|it|describe|suite|t|context)$/.test(owner))
      return `${owner}.${expression.name.text}`;
  }
  if (!/^(?:test|it|describe|suite)$|\.test$/.test(expression.getText())) return undefined;
  const names = node.arguments.flatMap((argument) =>
    ts.isObjectLiteralExpression(argument) ? argument.properties : [],
  );
  const off = names.find(
    (property) =>
      property.name && switches.includes(property.name.getText()) && !hasReason(property),
  );
  return off && `a test with the option ${off.name?.getText()}`;
}

/** `skip: isElsewhere && "why"`: the machine cannot run it, and the runner's summary says why. */
function hasReason(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return false;
  const { initializer } = property;
  return (
    ts.isBinaryExpression(initializer) &&
    initializer.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    ts.isStringLiteral(initializer.right)
  );
}

export function findNodes(
  file: SourceFile,
  fault: (node: ts.Node) => string | undefined,
): readonly Finding[] {
  const kind = file.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
  const findings: Finding[] = [];
  function visit(node: ts.Node): void {
    const found = fault(node);
    if (found !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ at: `${file.path}:${line + 1}`, fault: found });
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return findings;
}
