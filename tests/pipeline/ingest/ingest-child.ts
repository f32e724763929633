import { readFileSync } from 'node:fs';
import { KINDS } from '../../../src/core/kinds.ts';
import { ingest, type IngestOptions } from '../../../src/pipeline/ingest/ingest.ts';

/** Ingests what a JSON file describes and says how far the archive has been read. */
const [file = ''] = process.argv.slice(2);
const { work, upstream } = JSON.parse(readFileSync(file, 'utf8')) as IngestOptions;
await ingest({
	work,
	upstream,
	kinds: KINDS,
	jobs: 1,
	acceptShrink: false,
	allowDegraded: false,
	progress: (label) => ({
		update: (done) => {
			if (label === 'ingest archive') process.stdout.write(`${done}\n`);
		},
		end: () => undefined,
	}),
});
