import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Of the project itself; the pages' source is left behind, since they are built. */
export function isShippedSource(path: string): boolean {
  return (
    !/^src\/web\//.test(path) &&
    !/\.test\.|\.snapshot$|\.matrix$|\/README\.md$/.test(path) &&
    !/\/(?:golden|testing)\//.test(path)
  );
}

/** What helps whoever develops, and nothing that runs. Licences stay. */
export function isShippedOfPackage(path: string): boolean {
  if (isLicence(path)) return true;
  return (
    !/\.[cm]?ts$|\.(?:test|spec)\.[cm]?js$|\.(?:map|md|markdown|flow|tsbuildinfo)$/i.test(path) &&
    !/(?:^|\/)(?:\.[^/]+|tests?|__tests__|docs?|examples?|benchmarks?)\//.test(path) &&
    !/(?:^|\/)\.[^/]+$/.test(path) &&
    // The same programs once more: as TypeScript, and as one file for a browser.
    !/^node_modules\/zod\/src\//.test(path) &&
    !/^node_modules\/pdfkit\/js\/pdfkit\.standalone\.js$/.test(path) &&
    // Of PostgreSQL what is built upon it, and languages that would need Perl, Python or Tcl.
    !/\/native\/lib\/(?:.*\.a$|lib(?:ecpg|pgtypes)|pkgconfig\/|postgresql\/(?:pgxs\/|.*pl(?:perl|python3|tcl)))/.test(
      path,
    )
  );
}

export function isLicence(path: string): boolean {
  return /(?:^|\/)(?:licen[cs]e|copying|notice|copyright)[^/]*$/i.test(path);
}

/**
 * Every file below the folder, as a path from `root`, in an order that is the same everywhere. Links are
 * left behind: those among PostgreSQL's libraries are made where it is started.
 */
export function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) return [];
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
}
