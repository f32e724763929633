/**
 * The paper colour of src/site/styles/tokens.css, in light and dark mode, for the browser's own interface.
 */
export const PAPER = { light: '#f6efe0', dark: '#15110d' } as const;
