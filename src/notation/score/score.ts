import { EventReader } from './events.ts';
import type { Score } from './model.ts';
import { PartBuilder } from './part-builder.ts';
import type { ParsedElement, ParsedTune } from './parsed-tune.ts';
import { finishParts } from './parts.ts';
import { keyName, meterName } from './signatures.ts';

/**
 * The written music of the first voice, in order and each repeat once. Pitches are as written: clefs and
 * directives that transpose playback are not applied.
 */
export function readScore(tune: ParsedTune): Score {
	const events = new EventReader();
	const builder = new PartBuilder();
	for (const element of firstVoice(tune)) {
		switch (element.el_type) {
			case 'line':
				events.startLine();
				break;
			case 'key':
				events.pitches.startKey(element);
				builder.setKey(keyName(element));
				break;
			case 'meter':
				builder.setMeter(meterName(element));
				break;
			case 'part':
				builder.namePart(element.title.trim());
				break;
			case 'bar':
				events.pitches.startBar();
				if (element.startEnding) events.startEnding(startsEndings(element.startEnding));
				builder.addBarLine(element);
				break;
			case 'note': {
				const event = events.read(element);
				if (event) builder.addEvent(event);
			}
		}
	}
	const { key, meter, parts } = builder.finish();
	return { key, meter, parts: finishParts(parts) };
}

const startsEndings = (ending: string): boolean => /^\D*1(?!\d)/.test(ending);

function* firstVoice({ lines }: ParsedTune): Generator<ParsedElement | { el_type: 'line' }> {
	for (const { staff } of lines) {
		const [first] = staff ?? [];
		if (!first) continue;
		yield { el_type: 'line' };
		if (first.key) yield { ...first.key, el_type: 'key' };
		if (first.meter) yield { ...first.meter, el_type: 'meter' };
		yield* first.voices[0] ?? [];
	}
}
