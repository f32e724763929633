import { keptThings } from './kept-things.ts';
import { make, makeButton } from './make.ts';
import { partOf } from '../part-of.ts';
import { testReadiness, type Finding, type Fix } from './readiness.ts';
import { withoutNetwork } from './without-network.ts';

interface Options {
	/** The site's absolute address, and the same without its origin. */
	root: string;
	base: string;
	mend: (mend: Fix) => void;
}

const MENDS: Record<Fix, string> = {
	names: 'Download the names',
	sound: 'Download sound and player',
	places: 'Download the places',
	pack: 'Choose a pack',
	reload: 'Reload this page',
};

/** Runs the test, and shows its results one by one. */
export class ReadinessPanel {
	readonly #button: HTMLButtonElement;
	readonly #list: HTMLOListElement;
	readonly #verdict: HTMLElement;
	readonly #options: Options;

	/** `host` contains a button, a list and an element for the verdict. */
	constructor(host: HTMLElement, options: Options) {
		this.#button = partOf(host, 'button', HTMLButtonElement);
		this.#list = partOf(host, 'ol', HTMLOListElement);
		this.#verdict = partOf(host, '.verdict', HTMLElement);
		this.#options = options;
	}

	async run(): Promise<void> {
		if (this.#button.ariaBusy) return;
		this.#button.ariaBusy = 'true';
		this.#list.replaceChildren();
		this.#verdict.textContent = 'Testing …';
		try {
			let missing = 0;
			const { root, base } = this.#options;
			const what = { base, ...(await keptThings()) };
			for await (const finding of withoutNetwork(root, () => testReadiness(what))) {
				this.#list.append(this.#line(finding));
				if (!finding.isReady) missing += 1;
			}
			this.#verdict.textContent = missing === 0 ? 'Ready without signal.' : missingWords(missing);
		} catch (error) {
			this.#verdict.textContent = (error as Error).message;
		}
		this.#button.ariaBusy = null;
	}

	#line({ isReady, says, mend }: Finding): HTMLLIElement {
		const mark = make('b', { className: isReady ? '' : 'bad' }, isReady ? '✓ Ready' : '✗ Missing');
		const line = make('li', {}, mark, ' ', make('span', {}, says));
		if (!isReady && mend)
			line.append(
				' ',
				makeButton(MENDS[mend], () => this.#options.mend(mend), 'quiet'),
			);
		return line;
	}
}

function missingWords(count: number): string {
	return `Not ready: ${count === 1 ? 'one thing is' : `${count} things are`} missing. What to do stands beside each.`;
}
