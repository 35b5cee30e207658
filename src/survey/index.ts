export * from "./key-in.ts";
