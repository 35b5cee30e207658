/** Where whoever leaves is sent on from; one's own address, so that no page says where to. */
export const leavePath = "/e/lamna";
