/** Things per page of a list that is a file; also the most thesession.org returns. */
export const PER_PAGE = 50;

/**
 * Pages of a section's list that are written as files: a thousand things, as in the lists for readers. New
 * things change every one of them each week.
 */
export const SECTION_PAGES = 20;
