import assert from "node:assert/strict";
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
