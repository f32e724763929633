import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { MirrorError } from '../core/errors.ts';
import type { Figures } from './verify/base/figure.ts';
import { duration } from '../cli/output.ts';
import type { Stage } from './arguments.ts';
import { watchMemory } from './memory.ts';
import { summaryLines, type StageReport } from './summary.ts';

/** What a stage returned, and one line that sums it up with a number. */
export interface Outcome {
	result: object;
	line: string;
}

/** In the work folder. */
export const REPORT_FILE = 'report.json';

/** What a run did, stage by stage; becomes `report.json` in the work folder. */
export class Report {
	readonly stages: StageReport[] = [];
	/** What verify last measured, in this run or an earlier one. */
	figures: Figures;
	readonly #work: string;

	constructor(work: string) {
		this.#work = work;
		this.figures = lastFigures(work);
	}

	/** Runs one stage and records its time, memory and result, or its failure; returns its line. */
	async measure(stage: Stage, run: () => Promise<Outcome>): Promise<string> {
		const memory = watchMemory();
		const start = performance.now();
		const note = (outcome: Pick<StageReport, 'result' | 'error' | 'next'>): number => {
			const milliseconds = Math.round(performance.now() - start);
			this.stages.push({ stage, milliseconds, ...memory.stop(), ...outcome });
			return milliseconds;
		};
		try {
			const { result, line } = await run();
			return `${stage}: ${line} in ${duration(note({ result }))}`;
		} catch (error) {
			note({
				error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
				...(error instanceof MirrorError && { next: error.next }),
			});
			throw error;
		}
	}

	/** The last lines of a run. */
	summary(): string {
		return summaryLines(this.stages, path.join(this.#work, REPORT_FILE)).join('\n');
	}

	write(): void {
		mkdirSync(this.#work, { recursive: true });
		const text = JSON.stringify({ stages: this.stages, figures: this.figures }, null, '\t');
		writeFileSync(path.join(this.#work, REPORT_FILE), `${text}\n`);
	}
}

/** Empty after a first run, or when the last report is damaged. */
function lastFigures(work: string): Figures {
	try {
		const report = JSON.parse(readFileSync(path.join(work, REPORT_FILE), 'utf8')) as {
			figures?: Figures;
		};
		return report.figures ?? {};
	} catch {
		return {};
	}
}
