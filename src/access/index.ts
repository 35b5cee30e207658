export * from "./audit-chain.ts";
export * from "./authorise.ts";
export * from "./password.ts";
export * from "./policy.ts";
export * from "./role.ts";
export * from "./session.ts";
export * from "./sign-in-delay.ts";
