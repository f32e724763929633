/** Things on one page of a list that is a file; as many as the original gives at most. */
export const PER_PAGE = 50;

/**
 * Pages of a section's list that are written as files: a thousand things, as lists for readers have. What
 * is new moves every one of them each week.
 */
export const SECTION_PAGES = 20;
