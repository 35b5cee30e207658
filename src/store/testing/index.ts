export { asOwner } from "./as-owner.ts";
export { databaseUrl, emptyDatabase } from "./empty-database.ts";
export { exampleInstant, registerExample, startExampleCase } from "./examples.ts";
export { openRestartableStore, type RestartableStore } from "./restartable-store.ts";
export { statementsDuring } from "./statements-during.ts";
export { tablesHolding } from "./tables-holding.ts";
export { startTestCluster } from "./test-cluster.ts";
export {
  clusterVariable,
  inTurn,
  openFilledStore,
  openTestStore,
  type TestStore,
} from "./test-store.ts";
