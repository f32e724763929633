/** How the line begins that tells of a page that could not be drawn. */
export const UNDRAWN = 'could not be drawn:';

/** The name of the `<meta>` that marks a page which shows its name only, because its view could not be made. */
export const UNDRAWN_MARK = 'mirror-undrawn';
