import { createRequire } from 'node:module';

interface AbcjsEvent {
	cmd: string;
	pitch: number;
	start: number;
	style?: string;
}

interface AbcjsParser {
	parse(abc: string, switches: object): void;
	getWarnings(): string[] | undefined;
	getTune(): { setUpAudio(options: object): { tracks: AbcjsEvent[][] } };
}

// The parser alone, which needs no page; it comes without types.
const Parser = createRequire(import.meta.url)(
	'abcjs/src/parse/abc_parse.js',
) as new () => AbcjsParser;

/** What abcjs plays for a body, in MIDI pitches, and what it complains about. */
export function heard(
	body: string,
	{ meter, mode }: { meter: string; mode: string },
): { pitches: number[]; warnings: string[] } {
	const parser = new Parser();
	parser.parse(`X:1\nM:${meter}\nL:1/8\nK:${mode}\n${body}`, {});
	const { tracks } = parser.getTune().setUpAudio({ chordsOff: true });
	const pitches = tracks
		.flatMap((track) => track.filter(({ cmd, style }) => cmd === 'note' && style !== 'grace'))
		.map(({ pitch }) => pitch);
	return { pitches, warnings: parser.getWarnings() ?? [] };
}

/** A body without the ornaments for which abcjs plays notes of its own. */
export function withoutOrnaments(body: string): string {
	return body
		.split('\n')
		.map((line) =>
			/^[A-Zh-w]:(?![|:])/.test(line)
				? line
				: line
						.replace(/"[^"]*"|\[[A-Za-z]:[^\]]*\]|%.*|![^!\s]+!|[~.H-WhI-Wuvt]/g, (sign) =>
							/^["[%]/.test(sign) ? sign : '',
						)
						.replace(/^([A-Z]):/, '$1 :'),
		)
		.join('\n');
}
