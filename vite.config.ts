import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { handbookPages } from "./scripts/handbook/handbook-plugin.ts";

/** The server puts a fresh nonce here in every response that carries the page. */
const noncePlaceholder = "__CSP_NONCE__";

export default defineConfig({
  root: "src/web",
  plugins: [ownOriginOnly(), handbookPages(), react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    // `data:` is forbidden by the content security policy: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog(level, log, report) {
        // «use client» concerns server components, which there are none of here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});

/**
 * The design system's style sheet loads its font from a third party. The rule is taken out (the font
 * is our own file), and a build that would still ask anybody else, or hold a `data:` address, fails.
 */
function ownOriginOnly(): Plugin {
  return {
    name: "own-origin-only",
    enforce: "pre",
    transform: {
      filter: { id: /@midas-ds.*\.css$/ },
      handler: (code) => code.replace(/@font-face\s*\{[^}]*\}/g, ""),
    },
    generateBundle(_, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (!name.endsWith(".css") || output.type !== "asset") continue;
        const [foreign] =
          /url\(["']?(?:data:|https?:|\/\/)[^)]{0,60}/.exec(`${output.source}`) ?? [];
        if (foreign) this.error(`${name} leaves our own origin: ${foreign}`);
      }
    },
  };
}
