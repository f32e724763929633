import { appendFileSync } from 'node:fs';

/** Passes values on to later steps of the workflow and prints them; outside Actions it only prints them. */
export function writeOutputs(
	values: Readonly<Record<string, string>>,
	file: string | undefined = process.env['GITHUB_OUTPUT'],
): void {
	for (const [name, value] of Object.entries(values)) {
		if (/[\r\n]/.test(value)) throw new Error(`The output ${name} has more than one line.`);
		console.log(`${name}=${value}`);
		if (file) appendFileSync(file, `${name}=${value}\n`);
	}
}
