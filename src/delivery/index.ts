export {
  type DeliveryOfRound,
  type DeliverySource,
  deliveredCodebooks,
  deliverRound,
} from "./deliver-round.ts";
export { type DeliveryHeading } from "./delivery-format.ts";
export type { Delivery } from "./delivery-intake.ts";
export { type DeliveryFile, readDelivery, readHeading } from "./read-delivery.ts";
