/** The start of the message that reports a page that could not be drawn. */
export const UNDRAWN = 'could not be drawn:';

/** The name of the `<meta>` that marks a page reduced to its name because its view could not be made. */
export const UNDRAWN_MARK = 'mirror-undrawn';
