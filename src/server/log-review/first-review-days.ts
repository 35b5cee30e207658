/** How far back the first review reaches: what is older was never reviewed, and is too much to begin with. */
export const firstReviewDays = 31;
