import { spoken } from '../dates.ts';
import { commentsOf } from '../things/comments.ts';
import { eventAt } from '../things/events.ts';
import type { World } from '../world.ts';
import { commentFeed } from './comments.ts';
import { typographic } from './escape.ts';
import type { Page } from './frame.ts';
import { addedBy, thingPage } from './frame.ts';
import { placeCard } from './place.ts';

/** The archive's page of an event. */
export function eventPage(world: World, index: number): Page {
	const { id, name, start, end, place, username, date } = eventAt(world, index);
	return thingPage(
		'events',
		id,
		`Event: ${name}`,
		`<div class="h-event" itemscope itemtype="http://schema.org/Event">
<h1 class="p-name">${typographic(name)}</h1>
<p>${moment('dt-start', start)} to ${moment('dt-end', end)}</p>
${addedBy(username, date)}
${place ? placeCard(place, '', '') : ''}
</div>
${commentFeed(commentsOf(world, 'events', index, date))}`,
	);
}

function moment(name: string, date: string): string {
	return `<time class="${name}" datetime="${date.replace(' ', 'T')}Z">${spoken(date)}</time>`;
}
