import assert from "node:assert/strict";
import { test } from "node:test";
import { renderAccessRules, renderConfiguration } from "./cluster-settings.ts";

const folder = `/data/Bosse's "mapp", \\ny`;
const socket = { place: { kind: "socket", folder }, isDurable: true } as const;
const loopback = { place: { kind: "loopback", port: 5999 }, isDurable: true } as const;

test("on a socket there is no port at all, and the folder's name is quoted for both readers", () => {
  const lines = renderConfiguration(socket).split("\n");
  assert.ok(lines.includes("listen_addresses = ''"));
  assert.ok(lines.includes(`unix_socket_directories = '"/data/Bosse''s ""mapp"", \\\\ny"'`));
  assert.equal(renderAccessRules(socket), "local all all scram-sha-256\n");
});

test("without sockets it listens to this machine only, and asks for the password there too", () => {
  const lines = renderConfiguration(loopback).split("\n");
  assert.ok(lines.includes("listen_addresses = '127.0.0.1'"));
  assert.ok(lines.includes("port = '5999'"));
  assert.equal(renderAccessRules(loopback), "host all all 127.0.0.1/32 scram-sha-256\n");
});

test("what must last is synced, and only throw-away data is not", () => {
  assert.doesNotMatch(renderConfiguration(socket), /fsync|synchronous_commit|full_page_writes/);
  assert.match(renderConfiguration({ ...socket, isDurable: false }), /^fsync = 'off'$/m);
});

test("neither statements nor the rows that failed reach the log", () => {
  const configuration = renderConfiguration(socket);
  assert.match(configuration, /^log_min_error_statement = 'panic'$/m);
  assert.match(configuration, /^log_error_verbosity = 'terse'$/m);
});
