import type { Page } from "playwright-core";

/** Every request of the page that the server refused, in order, with its status. Grows while it lives. */
export function collectRefused(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    refused.push(`${response.status()} ${response.request().method()} ${pathname}`);
  });
  return refused;
}
