import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { attributesOf, isDrawn } from "./picture-rules.ts";

test("a picture is made of shapes and words alone", () => {
  for (const tag of ["svg", "g", "rect", "text"]) assert.ok(isDrawn(tag));
  for (const tag of ["script", "a", "image", "use", "foreignObject", "style", "iframe", "SCRIPT"]) {
    assert.equal(isDrawn(tag), false, tag);
  }
});

test("handlers, styles, links and foreign addresses are left out", () => {
  const given = {
    onload: "alert(1)",
    style: "background:red",
    href: "https://example.org",
    "xlink:href": "#a",
    fill: "url(https://example.org/a)",
    stroke: "url(#gradient)",
    dangerouslySetInnerHTML: "x",
  };
  assert.deepEqual(attributesOf(given), { stroke: "url(#gradient)" });
});

test("names are given as React wants them", () => {
  assert.deepEqual(attributesOf({ class: "bar", "text-anchor": "end", viewBox: "0 0 1 1" }), {
    className: "bar",
    textAnchor: "end",
    viewBox: "0 0 1 1",
  });
});

const golden = join(import.meta.dirname, "../../report/golden");
const pictures = readdirSync(golden).filter((name) => name.startsWith("picture-"));

/** Said by the frame around the picture, or known to a page anyway. */
const saidElsewhere = ["xmlns", "role", "aria-label"];

test("all that pictures are made of passes", () => {
  assert.ok(pictures.length >= 7);
  for (const name of pictures) {
    const [, ...drawn] = readFileSync(join(golden, name), "utf8").split("<svg");
    const elements = `<svg${drawn.join("<svg")}`.match(/<[a-z0-9]+[^>]*>/gi) ?? [];
    for (const element of elements.filter((each) => each !== "<h2>")) {
      const tag = /^<([a-z0-9]+)/i.exec(element)?.[1] ?? "";
      assert.ok(isDrawn(tag), `${name}: ${tag}`);
      for (const [, attribute = "", value = ""] of element.matchAll(/ ([a-z-]+)="([^"]*)"/gi)) {
        if (saidElsewhere.includes(attribute)) continue;
        const passed = Object.values(attributesOf({ [attribute]: value }));
        assert.deepEqual(passed, [value], `${name}: ${attribute}`);
      }
    }
  }
});
