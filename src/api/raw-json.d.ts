// ES2026's raw numbers, which Node 24 has and TypeScript 6's libraries do not.
interface JSON {
	rawJSON(text: string): unknown;
	isRawJSON(value: unknown): boolean;
}
