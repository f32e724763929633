/** Drawings use units of one eighth of a staff space: adjacent lines are 8 units apart. */
export const STAFF_SPACE = 8;

/** Our units per abcjs pixel; abcjs's half staff space is 3.875 pixels. */
export const SCALE = STAFF_SPACE / 2 / 3.875;

/** The size at which a drawing sets its music font, in units; the font is designed for it. */
export const FONT_SIZE = 40;

/** Converts a coordinate of abcjs to our units. */
export const toUnits = (pixels: number): number => pixels * SCALE;
