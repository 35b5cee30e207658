import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Hono } from "hono";
import { Variable } from "#codebook";
import { isoDate } from "#kernel";
import type { PutQuestion } from "./put-questions.ts";
import {
  readAnswers,
  readForm,
  readKey,
  readPin,
  readWritten,
  type SurveyForm,
} from "./survey-form.ts";

const urlencoded = "application/x-www-form-urlencoded";

/** Reads a body as a request brings it. */
async function formOf(
  body: string | Uint8Array<ArrayBuffer>,
  type = urlencoded,
): Promise<SurveyForm> {
  let read: SurveyForm | undefined;
  const app = new Hono().post("/", async (context) => {
    read = await readForm(context);
    return context.body(null);
  });
  await app.request("/", { method: "POST", headers: { "Content-Type": type }, body });
  assert.ok(read);
  return read;
}

function question(id: string, more: object = {}): PutQuestion {
  const label = { sv: id, en: id };
  const options = [1, 2, 3].map((code) => ({
    code,
    label: { sv: String(code), en: String(code) },
    ...(code === 3 ? { exclusive: true } : {}),
  }));
  const variable = Variable.parse({
    id,
    concept: "asked",
    label,
    type: "single",
    phase: "client",
    options,
    missing: [{ code: 98, label }],
    privacy: "sensitive",
    exportLevel: "national",
    provenance: { status: "reconstructed" },
    ...more,
  });
  return { number: 1, variable };
}

const questions = [
  question("V26"),
  question("V30", { type: "multiple" }),
  question("V31", { type: "integer", options: [], range: { from: 0, to: 99 } }),
];
const context = { startedOn: isoDate("2026-03-02"), today: isoDate("2026-05-04") };

async function answersIn(body: string) {
  return readAnswers(await formOf(body), questions, context);
}

const codes = (...chosen: readonly number[]) => ({ kind: "codes", codes: chosen });
const skipped = { kind: "missing", code: 98 };

describe("Answers in a form", () => {
  test("each kind of question, and that a question was left out on purpose", async () => {
    assert.deepEqual(await answersIn("V26=2&V30=1&V30=2&V31=98"), {
      V26: codes(2),
      V30: codes(1, 2),
      V31: { kind: "number", number: 98 },
    });
    assert.deepEqual(await answersIn("V26=98&V30=1&V30=98&V31=7&V31=-"), {
      V26: skipped,
      V30: skipped,
      V31: skipped,
    });
  });

  test("of a field that comes twice the first counts, where one answer is asked for", async () => {
    assert.deepEqual(await answersIn("V26=2&V26=1&V31=3&V31=4"), {
      V26: codes(2),
      V31: { kind: "number", number: 3 },
    });
  });

  test("an option that stands alone gives way to those it cannot stand with", async () => {
    assert.deepEqual(await answersIn("V30=3"), { V30: codes(3) });
    assert.deepEqual(await answersIn("V30=3&V30=1&V30=1"), { V30: codes(1) });
  });

  test("what cannot be an answer is none", async () => {
    const hostile = [
      "V26=9&V30=0&V31=100",
      "V26=1.0&V31=1e1&V30=%2B1",
      "V26=&V30=&V31=",
      "V26=%00&V30=1%00&V31=1%00",
      "V26=%ED%A0%80&V31=%D9%A1&V30=%FF",
      "v26=1&V26%5B%5D=1&V27=1&constructor=1&toString=1&__proto__=1&__proto__%5BV26%5D=1",
      "V31=99999999999999999999&V31=NaN&V31=Infinity",
      "=1&&&=&V26",
      "V26=<script>&V30=' or 1=1--",
    ];
    for (const body of hostile) {
      const answers = await answersIn(body);
      assert.deepEqual(answers, {}, body);
      assert.equal(Object.getPrototypeOf(answers), Object.prototype);
    }
  });
});

describe("A form", () => {
  test("what is too large, or no form, is an empty one", async () => {
    const bodies = [
      [`V26=1&x=${"x".repeat(16 * 1024)}`, urlencoded],
      ["V26=1", "text/plain"],
      ['{"V26":"1"}', "application/json"],
      [
        "--a\r\nContent-Disposition: form-data; name=V26\r\n\r\n1\r\n--a--",
        "multipart/form-data; boundary=a",
      ],
      ["", urlencoded],
    ] as const;
    for (const [body, type] of bodies) {
      assert.deepEqual(readAnswers(await formOf(body, type), questions, context), {});
    }
    const largest = `V26=1&x=${"x".repeat(16 * 1024 - 8)}`;
    assert.deepEqual(await answersIn(largest), { V26: codes(1) });
    assert.equal((await formOf("V26=1", `${urlencoded}; charset=UTF-8`)).one("V26"), "1");
  });

  test("bytes that are no text do no harm", async () => {
    const form = await formOf(
      new Uint8Array([0xff, 0x3d, 0xfe, 0x26, 0x77, 0x61, 0x79, 0x3d, 0xc3]),
    );
    assert.equal(readWritten(form), "");
  });

  test("what was typed of a way in is shown again without what is no letter", async () => {
    assert.equal(readWritten(await formOf("way=+9001-7f3k%00%E2%80%AE&way=x")), "9001-7f3k");
    assert.equal(readWritten(await formOf(`way=${"A".repeat(500)}`)).length, 40);
    assert.equal(readWritten(await formOf("way=%ED%A0%80")), "");
  });

  test("four digits, in any alphabet that phones write them in", async () => {
    for (const [written, pin] of [
      ["1234", "1234"],
      ["+1+2+3+4+", "1234"],
      ["٠١٢٩", "0129"],
      ["۰۱۲۹", "0129"],
      ["123", ""],
      ["12345", ""],
      ["12a4", ""],
      ["१२३४", ""],
      ["", ""],
    ] as const) {
      assert.equal(readPin(await formOf(`pin=${written}`)), pin, written);
    }
  });

  test("a key has the form of one, or is none", async () => {
    assert.equal(readKey(await formOf(`nyckel=9001${"a".repeat(22)}`))?.municipality, "9001");
    for (const key of ["", "9001", `9001${"a".repeat(23)}`, "9001'--", "%00"]) {
      assert.equal(readKey(await formOf(`nyckel=${key}`)), undefined, key);
    }
  });
});
