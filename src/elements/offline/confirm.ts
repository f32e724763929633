import { make, makeButton } from './make.ts';

/**
 * A low-key button that asks for confirmation in its own place before acting on the thing called `name`.
 * `question` says what will be lost; the focus moves to the answer that loses nothing, and back.
 */
export function confirmedButton(
	label: string,
	name: string,
	question: () => string,
	act: () => void,
): HTMLElement {
	const button = makeButton(label, ask, 'quiet');
	button.ariaLabel = name === '' ? label : `${label}: ${name}`;
	const place = make('span', { className: 'confirm' }, button);
	return place;

	function ask(): void {
		const words = make('span', { id: `sure-${(count += 1)}` }, question());
		const no = makeButton('Keep', back, 'quiet');
		const yes = makeButton('Remove', () => {
			back();
			act();
		});
		for (const answer of [no, yes]) answer.setAttribute('aria-describedby', words.id);
		place.replaceChildren(words, yes, no);
		no.focus();
	}

	function back(): void {
		place.replaceChildren(button);
		button.focus();
	}
}

let count = 0;
