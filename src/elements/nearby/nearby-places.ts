import { savesData } from '../saves-data.ts';
import * as addresses from '../../core/addresses.ts';
import { wantedPlaces } from '../../search/places/around.ts';
import { boxOfCircle, type Box } from '../../search/places/box.ts';
import {
	answerAround,
	answerIn,
	answerInView,
	boxOfAnswer,
	unknownWords,
	type Answer,
} from './answer.ts';
import { offerNames } from './other-names.ts';
import { MapPanel, type MapScene } from './map-panel.ts';
import { partOf } from '../part-of.ts';
import { PlaceBox, type NamedPlace } from './place-box.ts';
import { PlaceFiles } from './place-files.ts';
import { AskedQuestion } from './asked-question.ts';
import { placeOf, radiusOf, wantedOf } from './question.ts';
import { ResultList } from './result-list.ts';

/** Many files arrive at once. */
const PAUSE_MS = 120;

/**
 * `<nearby-places data-base="/">` around a form that starts disabled: lists what is near a typed place or the
 * device, nearest first, and shows the same on a map.
 */
class NearbyPlaces extends HTMLElement {
	readonly #base = this.dataset['base'] ?? '/';
	readonly #form = partOf(this, 'form', HTMLFormElement);
	readonly #input = partOf(this, '[name=place]', HTMLInputElement);
	readonly #status = partOf(this, '.status', HTMLElement);
	readonly #others = partOf(this, '.others', HTMLElement);
	readonly #ol = partOf(this, '.near', HTMLOListElement);
	readonly #files = new PlaceFiles(addresses.withBase(this.#base, addresses.placeFiles()), () =>
		this.#later(),
	);
	readonly #box = new PlaceBox(this.#input, partOf(this, 'datalist', HTMLDataListElement));
	readonly #list = new ResultList(
		this.#ol,
		partOf(this, '.near + button', HTMLButtonElement),
		this.#base,
	);
	readonly #panel = new MapPanel(
		partOf(this, '.map', HTMLElement),
		partOf(this, '[aria-controls]', HTMLButtonElement),
		{
			base: this.#base,
			onMove: (view) => this.#look(view),
			onChoose: (key) => this.#list.choose(key),
			onFail: () => this.#say('The map could not be loaded. Check the connection and try again.'),
		},
	);
	readonly #question = new AskedQuestion(this.#form, this.#input);
	/** The area the reader moved the map to, while the question is about it. */
	#view: Box | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		partOf(this, 'fieldset', HTMLFieldSetElement).disabled = false;
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#ask();
		});
		this.#form.addEventListener('change', ({ target }) => {
			// A place is submitted with Enter or the button: until then it may be half typed.
			if (target !== this.#input) this.#ask();
		});
		partOf(this, '.locate', HTMLButtonElement).addEventListener('click', () => void this.#locate());
		this.#list.onPoint = (key) => this.#panel.highlight(key);
		// Readers who only pass by need no map.
		for (const used of savesData() ? [] : [this.#form, this.#ol])
			for (const type of ['pointerdown', 'focusin'])
				used.addEventListener(type, () => this.#panel.prepare(), { once: true });
		addEventListener('popstate', () => {
			if (!this.#question.isShown) this.#read();
		});
		this.#read();
		this.#panel.restore();
		void this.#fillUp();
	}

	#read(): void {
		this.#question.read();
		this.#answer(false);
	}

	#ask(): void {
		this.#question.write();
		this.#answer(true);
	}

	async #locate(): Promise<void> {
		this.#say('Asking the device …');
		try {
			if (await this.#question.locate()) this.#ask();
		} catch (error) {
			this.#say((error as Error).message);
		}
	}

	/** Answers the form's question; `again` retries what could not be loaded. */
	#answer(again: boolean): void {
		this.#panel.refit();
		this.#view = null;
		const { spot } = this.#question;
		const radius = radiusOf(this.#form);
		if (spot && radius !== null) void this.#load(boxOfCircle(spot, radius), again);
		else if (spot || placeOf(this.#form) !== '') void this.#load(null, again);
		this.#show();
	}

	#look(view: Box): void {
		this.#question.turn();
		this.#view = view;
		void this.#load(view, true);
		this.#show();
	}

	async #load(box: Box | null, again: boolean): Promise<void> {
		try {
			await this.#files.need(box, { again });
			// There may have been nothing to load.
			this.#later();
		} catch {
			this.#say('The places could not be loaded. Check the connection and try again.');
		}
	}

	/** Loads everything else for offline use, unless the reader saves data. */
	async #fillUp(): Promise<void> {
		if (savesData()) return;
		try {
			await this.#files.fillUp();
		} catch {
			// No network: questions report that themselves.
		}
	}

	#later(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#show(), PAUSE_MS);
	}

	#show(): void {
		const wanted = wantedOf(this.#form, new Date());
		partOf(this, '.unknown', HTMLElement).hidden = wanted.days === 0;
		const radius = radiusOf(this.#form);
		const place = this.#question.device ?? this.#typed();
		offerNames(this.#others, this.#base, this.#view ? [] : (place?.others ?? []));
		if (this.#view) {
			const answer = answerInView(this.#files, wanted, this.#view);
			this.#draw(answer, {
				places: wantedPlaces(this.#files.places, wanted),
				here: place && !place.isWide ? { ...place.spot, km: null } : null,
				fit: null,
			});
		} else if (place) {
			const answer = place.isWide
				? answerIn(this.#files, wanted, place)
				: answerAround(this.#files, wanted, place, radius);
			if (answer.needsAll) void this.#load(null, false);
			this.#draw(answer, {
				places: answer.found.map((found) => found.place),
				here: place.isWide ? null : { ...place.spot, km: radius },
				fit: boxOfAnswer(answer, place.isWide ? null : radius),
			});
		} else {
			this.#list.clear();
			this.#say(unknownWords(this.#files, placeOf(this.#form)));
			this.#panel.show({
				places: wantedPlaces(this.#files.places, wanted),
				here: null,
				fit: null,
			});
		}
	}

	#draw({ found, from, status }: Answer, scene: MapScene): void {
		this.#list.show(found, from);
		this.#say(status);
		this.#panel.show(scene);
	}

	/** Undefined while a file still to be loaded may contain a better place of that name. */
	#typed(): NamedPlace | undefined {
		this.#box.know(this.#files.places);
		const place = this.#box.find(placeOf(this.#form));
		return place?.isSure || this.#files.isComplete(null) ? place : undefined;
	}

	#say(text: string): void {
		// Setting it again would make a screen reader read it again.
		if (this.#status.textContent !== text) this.#status.textContent = text;
	}
}

customElements.define('nearby-places', NearbyPlaces);
