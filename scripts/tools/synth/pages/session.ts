import { commentsOf } from '../things/comments.ts';
import { sessionAt } from '../things/sessions.ts';
import type { World } from '../world.ts';
import { commentFeed } from './comments.ts';
import { typographic } from './escape.ts';
import type { Page } from './frame.ts';
import { addedBy, thingPage } from './frame.ts';
import { placeCard } from './place.ts';

/** The archive's page of a session. */
export function sessionPage(world: World, index: number): Page {
	const { id, place, schedule, telephone, website, username, date } = sessionAt(world, index);
	const days = schedule.map(
		(day) =>
			`<span itemprop="dayOfWeek" itemscope itemtype="http://schema.org/DayOfWeek"><span itemprop="name">${day}</span>.</span>`,
	);
	const before = days.length
		? `<li><b class="stat label">Schedule:</b> <span class="stat" itemprop="openingHoursSpecification" itemscope itemtype="http://schema.org/OpeningHoursSpecification">${days.join(' ')}</span></li>\n`
		: '';
	const after = [
		telephone &&
			`<li><b class="stat label">Telephone:</b> <a class="stat p-tel" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a></li>\n`,
		website &&
			`<li><b class="stat label">Website:</b> <a class="stat u-url" href="${website}">${website}</a></li>\n`,
	];
	return thingPage(
		'sessions',
		id,
		`Session: ${place.venue}`,
		`<h1 class="fn org p-name p-org"><span itemprop="name">${typographic(place.venue)}</span></h1>
${placeCard(place, before, after.join(''))}
${commentFeed(commentsOf(world, 'sessions', index, date))}
${addedBy(username, date)}`,
	);
}
