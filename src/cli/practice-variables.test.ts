import assert from "node:assert/strict";
import { test } from "node:test";
import { practiceVariables } from "./practice-variables.ts";

const real = {
  PATH: "/usr/bin",
  TMPDIR: "/tmp",
  DATABASE_URL: "postgres://skillnad:secret@database.example/skillnad",
  PGHOST: "database.example",
  PGPASSWORD: "secret",
  PORT: "3210",
  SKILLNAD_DATA: "/var/lib/skillnad/data",
  SKILLNAD_FILES: "/var/lib/skillnad/files",
  SKILLNAD_RELEASE: "/var/lib/skillnad/release",
  SKILLNAD_PROVIDERS: "/etc/skillnad/providers.json",
  SKILLNAD_METRICS_TOKEN: "a-token-that-nobody-guesses",
  SKILLNAD_ORIGIN: "https://uppfoljning.kommunen.example",
  SKILLNAD_TLS_CERT: "/etc/skillnad/cert.pem",
  SKILLNAD_TLS_KEY: "/etc/skillnad/key.pem",
  SKILLNAD_LOG: "json",
};

test("a practice knows nothing of where the real data is", () => {
  assert.deepEqual(practiceVariables(real, 3211), {
    PATH: "/usr/bin",
    TMPDIR: "/tmp",
    SKILLNAD_LOG: "json",
    PORT: "3211",
  });
});

test("what is added to the program one day is not for practising by itself", () => {
  const later = { ...real, SKILLNAD_ARCHIVE: "/var/lib/archive" };
  assert.deepEqual(practiceVariables(later, 3211), practiceVariables(real, 3211));
});

test("reached over https it has its own address, and the certificate of the machine", () => {
  const at = "https://ovning.kommunen.example";
  const { PATH, TMPDIR, ...own } = practiceVariables({ ...real, SKILLNAD_PRACTICE: at }, 3211);
  assert.deepEqual(own, {
    SKILLNAD_TLS_CERT: "/etc/skillnad/cert.pem",
    SKILLNAD_TLS_KEY: "/etc/skillnad/key.pem",
    SKILLNAD_LOG: "json",
    PORT: "3211",
    SKILLNAD_ORIGIN: at,
  });
});
