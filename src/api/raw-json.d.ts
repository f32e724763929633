// ES2026's raw JSON numbers, which Node 24 supports but TypeScript 6's libraries do not declare.
interface JSON {
	rawJSON(text: string): unknown;
	isRawJSON(value: unknown): boolean;
}
