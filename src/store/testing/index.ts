export { startTestCluster } from "./test-cluster.ts";
export { clusterVariable, openTestStore, type TestStore } from "./test-store.ts";
