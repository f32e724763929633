import { CHANGING, type Changing } from '../../core/changes.ts';
import { DIGEST, type Ledger } from './ledger.ts';

/**
 * The ledger as published: ids as differences from the previous one, digests in one string. A thing takes
 * about eight bytes.
 */
interface LedgerFile {
	format: 1;
	telling: number;
	date: string;
	things: Record<Changing, { steps: number[]; digests: string }>;
	members: { slugs: string[]; digests: string };
}

export function ledgerText({ telling, date, things, members }: Ledger): string {
	const file: LedgerFile = {
		format: 1,
		telling,
		date,
		things: Object.fromEntries(
			CHANGING.map((kind) => [kind, columns(things[kind])]),
		) as LedgerFile['things'],
		members: { slugs: [...members.keys()], digests: [...members.values()].join('') },
	};
	return `${JSON.stringify(file)}\n`;
}

/** Undefined when the text is not a ledger of this format. */
export function parseLedger(text: string): Ledger | undefined {
	try {
		const { format, telling, date, things, members } = JSON.parse(text) as LedgerFile;
		if (format !== 1) return undefined;
		return {
			telling,
			date,
			things: Object.fromEntries(
				CHANGING.map((kind) => [kind, fromColumns(things[kind])]),
			) as Ledger['things'],
			members: new Map(members.slugs.map((slug, n) => [slug, nth(members.digests, n)])),
		};
	} catch {
		return undefined;
	}
}

function columns(digests: ReadonlyMap<number, string>): { steps: number[]; digests: string } {
	let last = 0;
	const steps = [...digests.keys()].map((id) => {
		const step = id - last;
		last = id;
		return step;
	});
	return { steps, digests: [...digests.values()].join('') };
}

function fromColumns({
	steps,
	digests,
}: {
	steps: number[];
	digests: string;
}): Map<number, string> {
	if (digests.length !== steps.length * DIGEST) throw new RangeError('steps and digests differ');
	let id = 0;
	return new Map(steps.map((step, n) => [(id += step), nth(digests, n)]));
}

function nth(digests: string, n: number): string {
	return digests.slice(n * DIGEST, (n + 1) * DIGEST);
}
