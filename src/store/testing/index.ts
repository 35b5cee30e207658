export { startTestCluster } from "./test-cluster.ts";
export {
  clusterVariable,
  inTurn,
  openFilledStore,
  openTestStore,
  type TestStore,
} from "./test-store.ts";
