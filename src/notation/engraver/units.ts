/** Drawings are in units of a quarter of half a staff space: a line is 8 from the next. */
export const STAFF_SPACE = 8;

/** Our units in one of abcjs's pixels; its half staff space is 3.875 of them. */
export const SCALE = STAFF_SPACE / 2 / 3.875;

/** The size at which a drawing sets its music font, in units; the font is made for it. */
export const FONT_SIZE = 40;

/** A coordinate of abcjs in our units. */
export const toUnits = (pixels: number): number => pixels * SCALE;
