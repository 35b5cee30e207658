import ts from "typescript";
import { findNodes } from "./code-rules.ts";
import { inRoom, isScript, isTest, type Rule } from "./source-tree.ts";

/** Here raw tables are counted and protected; and one way there is for a municipality's own to leave it. */
const readers = ["src/tabulation/", "src/disclosure/", "src/delivery/delivered-table.ts"];

/** Here what is protected together is put together, and kept apart from what is told. */
const publishers = [...readers, "src/compilation/"];

/**
 * Of `#disclosure`: what holds counts that are shown to nobody, what gives them back, and what takes a
 * file's word for a table being protected.
 */
const withheld = new Set([
  "auditRelease",
  "CountedSet",
  "Participant",
  "PrivateNumbers",
  "ProtectedRelease",
  "protectLocal",
  "protectNation",
  "protectRelease",
  "readSafeTable",
  "ReleaseToProtect",
  "withheldLocal",
]);

/**
 * Counts that are not protected go no further than compilation: a raw table is opened in the rooms that
 * count and protect alone, and beyond compilation nobody has a name for what holds counts as plain
 * numbers. So no page, print, route or command can write one by mistake.
 */
export const countsStayBehind: Rule = ({ files }) =>
  files
    .filter((file) => inRoom(file) && isScript(file) && !isTest(file))
    .flatMap((file) => {
      const mayRead = readers.some((home) => file.path.startsWith(home));
      const mayPublish = publishers.some((home) => file.path.startsWith(home));
      return findNodes(file, (node) => {
        if (!mayRead && opensTable(node)) return "opens a raw table: only disclosure reads counts";
        const name = mayPublish ? undefined : withheldImport(node);
        return name && `imports ${name}: what is counted goes no further than compilation`;
      });
    });

/** `raw.counts()`: of a table that may be shown it is a property. */
function opensTable(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "counts"
  );
}

function withheldImport(node: ts.Node): string | undefined {
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return undefined;
  const from = node.moduleSpecifier;
  if (!from || !ts.isStringLiteral(from) || from.text !== "#disclosure") return undefined;
  const bindings = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : (node.exportClause ?? node);
  if (!bindings) return undefined;
  if (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings)) return "all of disclosure";
  const names = bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  return names.find((name) => withheld.has(name));
}
