/** The paper of src/site/styles/tokens.css, by day and by night, for what a browser draws around a page. */
export const PAPER = { light: '#f6efe0', dark: '#15110d' } as const;
