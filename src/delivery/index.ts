export {
  type DeliveryOfRound,
  deliveredCodebooks,
  deliverRound,
  firstRows,
} from "./deliver-round.ts";
export type { DeliverySource } from "./delivered-case.ts";
export { deliveredTable } from "./delivered-table.ts";
export type { DeliveryHeading } from "./delivery-format.ts";
export type { Delivery } from "./delivery-intake.ts";
export { deliveryJsonSchemas } from "./delivery-json-schemas.ts";
export {
  keyFileText,
  parseReceiver,
  parseReceivingKey,
  parseSenders,
  parseSigningKey,
  publicKeyText,
  type Sender,
} from "./package/key-file.ts";
export { openIncoming } from "./package/open-incoming.ts";
export { type OpenedPackage, openPackage, type Receiving } from "./package/open-package.ts";
export { packDelivery } from "./package/pack-delivery.ts";
export { generateReceivingKey, type ReceivingKey } from "./package/receiving-key.ts";
export { generateSigningKey, type SigningKey } from "./package/signing-key.ts";
export { type DeliveryFile, readDelivery, readHeading } from "./read-delivery.ts";
export { withdrawRound } from "./withdraw-round.ts";
