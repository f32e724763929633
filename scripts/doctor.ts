import { readConfig } from '../src/config.ts';
import { examine } from '../src/pipeline/doctor/examine.ts';
import { findingText, verdictText } from '../src/pipeline/doctor/text.ts';
import { readOptions } from '../src/cli/options.ts';
import { run } from '../src/cli/run.ts';
import { markLicencesRead } from '../src/pipeline/sync/licence-texts.ts';

const HELP = `Checks the machine, the work folder and upstream before a long run, and the result of the last run.

  npm run doctor -- [--offline] [--licence-read]

  --offline        do not use the network
  --licence-read   record that the current licence texts of upstream have been read
  --help           this text

Prints figures, ids and names of files only: it may be pasted into a bug report. The environment is that of
npm run mirror. Exit codes: 0 a run can begin, 1 something would stop it, 2 wrong usage.`;

const OPTIONS = {
	offline: { type: 'boolean', default: false },
	'licence-read': { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

await run(async () => {
	const values = readOptions(OPTIONS, HELP);
	if (values.help) return console.log(HELP);
	const config = readConfig();
	if (values['licence-read']) markLicencesRead(config.work);
	const findings = await examine(config, { offline: values.offline });
	for (const finding of findings) console.log(findingText(finding));
	console.log(verdictText(findings));
	if (findings.some(({ level }) => level === 'fault')) process.exitCode = 1;
});
