import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";
import { picturesOf, readHandbookPage } from "./read-handbook-page.ts";

const handbook = join(import.meta.dirname, "../../docs/handbok");

/**
 * The handbook inside the program: each `.md` below `docs/handbok` becomes a module with one page as
 * plain data. Read while the pages are built, so no Markdown and no parser goes to the browser.
 */
export function handbookPages(): Plugin {
  return {
    name: "handbook-pages",
    enforce: "pre",
    transform: {
      filter: { id: /\/docs\/handbok\/.*\.md$/ },
      handler(markdown, id) {
        const page = readHandbookPage(relative(handbook, id).split(sep).join("/"), markdown);
        const files = [...new Set(picturesOf(page.blocks))];
        const imports = files.map((file, at) => `import p${at} from ${JSON.stringify(file)};`);
        const pictures = files.map((file, at) => `${JSON.stringify(file)}: p${at}`);
        const code = [
          ...imports,
          `export const page = { ...${JSON.stringify(page)}, pictures: { ${pictures.join(", ")} } };`,
        ];
        return { code: code.join("\n"), moduleType: "js", map: null };
      },
    },
  };
}
