import type { Browser, BrowserContext, ConsoleMessage, Page } from "playwright-core";

/** What no page of ours may cause, however well it looks. */
export type Trouble = {
  readonly kind: "console-error" | "page-error" | "policy-violation" | "foreign-request";
  readonly text: string;
};

export type WatchedPage = {
  readonly page: Page;
  /** Grows while the page lives: look at it last. */
  readonly troubles: readonly Trouble[];
};

export type Viewport = { readonly width: number; readonly height: number };
export const wide: Viewport = { width: 1280, height: 800 };
export const narrow: Viewport = { width: 390, height: 844 };

/**
 * A page in a fresh profile that writes down every violation of the content security policy, every
 * error in the console and every request that leaves the origin. An answer with a 4xx status is an
 * answer: the browser's note about it is no trouble.
 */
export async function openWatchedPage(
  browser: Browser,
  origin: string,
  viewport: Viewport = wide,
  { hasTouch = false } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    hasTouch,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    reducedMotion: "reduce",
  });
  const troubles: Trouble[] = [];
  await reportViolations(context);
  context.on("console", (message) => {
    const trouble = consoleTrouble(message);
    if (trouble) troubles.push(trouble);
  });
  context.on("weberror", (error) => {
    troubles.push({ kind: "page-error", text: String(error.error()) });
  });
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:$/.test(protocol) && asked !== new URL(origin).origin) {
      troubles.push({ kind: "foreign-request", text: request.url() });
    }
  });
  return { page: await context.newPage(), troubles };
}

const mark = "securitypolicyviolation";

async function reportViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    document.addEventListener(name as "securitypolicyviolation", (event) => {
      console.debug(name, event.effectiveDirective, event.blockedURI, event.sample);
    });
  }, mark);
}

function consoleTrouble(message: ConsoleMessage): Trouble | undefined {
  const text = message.text();
  if (message.type() === "debug" && text.startsWith(mark)) {
    return { kind: "policy-violation", text };
  }
  if (message.type() !== "error") return undefined;
  // The violation itself is written down above, also where nothing is said in the console.
  if (/violates the following content security policy/i.test(text)) return undefined;
  if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(text)) {
    return undefined;
  }
  return { kind: "console-error", text };
}
