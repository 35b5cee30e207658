import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { checkWithAxe } from "./check-with-axe.ts";
import { narrow, openWatchedPage } from "./watched-page.ts";

const policy =
  "default-src 'none'; script-src 'nonce-n1'; style-src 'self'; img-src 'self' http:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const pages: { readonly [path: string]: string } = {
  "/calm": `<main><h1>Lugn sida</h1><p>Inget händer här.</p></main>`,
  "/inline-style": `<main><h1>Stil</h1><p style="color: red">Röd</p></main>`,
  "/eval": `<main><h1>Skript</h1></main><script nonce="n1">try { document.body.innerHTML = "x" } catch {}</script>`,
  "/error": `<main><h1>Fel</h1></main><script nonce="n1">console.error("something broke")</script>`,
  "/throw": `<main><h1>Fel</h1></main><script nonce="n1">throw new Error("thrown")</script>`,
  "/foreign": `<main><h1>Bild</h1><img alt="" src="http://elsewhere.invalid/x.png"></main>`,
  "/unreadable": `<main><h1>Formulär</h1><img src="/calm"><input></main>`,
};

let server: Server;
let browser: Browser;
let origin: string;

before(async () => {
  server = createServer((request, response) => {
    const body = pages[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(
      `<!doctype html><html lang="sv"><head><title>Prov</title><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon"></head><body>${body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test("a calm page gives no trouble, and axe finds nothing", async () => {
  const { page, troubles } = await openWatchedPage(browser, origin, narrow);
  await page.goto("/calm");
  assert.deepEqual(await checkWithAxe(page), []);
  assert.deepEqual(troubles, []);
  assert.equal(await page.evaluate(() => innerWidth), 390);
  await page.context().close();
});

const troublemakers = [
  { path: "/inline-style", kind: "policy-violation", text: /style-src/ },
  { path: "/eval", kind: "policy-violation", text: /require-trusted-types-for/ },
  { path: "/error", kind: "console-error", text: /something broke/ },
  { path: "/throw", kind: "page-error", text: /thrown/ },
  { path: "/foreign", kind: "foreign-request", text: /elsewhere\.invalid/ },
];

for (const { path, kind, text } of troublemakers) {
  test(`the page ${path} is found out: ${kind}`, async () => {
    const { page, troubles } = await openWatchedPage(browser, origin);
    await page.goto(path, { waitUntil: "networkidle" });
    const found = troubles.find((trouble) => trouble.kind === kind && text.test(trouble.text));
    assert.ok(found, JSON.stringify(troubles));
    await page.context().close();
  });
}

test("axe names what a screen reader cannot read", async () => {
  const { page } = await openWatchedPage(browser, origin);
  await page.goto("/unreadable");
  const findings = await checkWithAxe(page);
  assert.ok(findings.some((finding) => finding.startsWith("image-alt")));
  assert.ok(findings.some((finding) => finding.startsWith("label")));
  await page.context().close();
});
