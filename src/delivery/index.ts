export { type AnonymityReport, anonymityReport } from "./anonymity-report.ts";
export {
  type DeliveryOfRound,
  deliveredCodebooks,
  deliverRound,
  firstRows,
} from "./deliver-round.ts";
export { type DeliverySource, deliveredCases, isOfRound } from "./delivered-case.ts";
export { deliveredTable } from "./delivered-table.ts";
export {
  type DeliveredCase,
  type DeliveryHeading,
  type DeliveryLevel,
  deliveryLevels,
  limits as deliveryLimits,
} from "./delivery-format.ts";
export type { Delivery } from "./delivery-intake.ts";
export { deliveryJsonSchemas } from "./delivery-json-schemas.ts";
export { parseIdentityText } from "./package/identity-text.ts";
export {
  keyFileText,
  parseReceiver,
  parseReceivingKey,
  parseSenders,
  parseSigningKey,
  publicKeyText,
  type Sender,
} from "./package/key-file.ts";
export {
  type Note,
  noteLimits,
  type SharedAction,
  type ToldParticipation,
} from "./package/note-form.ts";
export { openIncoming } from "./package/open-incoming.ts";
export { type OpenedPackage, openPackage, type Receiving } from "./package/open-package.ts";
export { packDelivery } from "./package/pack-delivery.ts";
export { generateReceivingKey, type ReceivingKey } from "./package/receiving-key.ts";
export { openNote, type SignedNote, signNote } from "./package/signed-note.ts";
export {
  generateSigningKey,
  isSignedBy,
  type SigningKey,
  signText,
} from "./package/signing-key.ts";
export { mostPackageBytes } from "./package/unseal.ts";
export { type DeliveryFile, readDelivery, readHeading } from "./read-delivery.ts";
export { casesInLines, type ReadableDelivery, readableDelivery } from "./readable-delivery.ts";
export {
  invitationFormat,
  invitationText,
  parseInvitation,
  type RoundInvitation,
} from "./round-invitation.ts";
export { type WhatLeaves, whatLeaves } from "./what-leaves.ts";
export { withdrawRound } from "./withdraw-round.ts";
