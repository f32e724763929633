import { abcKey } from '../../../../src/core/music.ts';
import { displayName } from '../../../../src/core/names.ts';
import { stamp } from '../dates.ts';
import { commentsOf } from '../things/comments.ts';
import type { Setting, Tune } from '../things/tunes.ts';
import { settingAt, tuneAt } from '../things/tunes.ts';
import type { World } from '../world.ts';
import { commentFeed } from './comments.ts';
import { escapeHtml, typographic } from './escape.ts';
import type { Page } from './frame.ts';
import { addedBy, counted, thingPage, time } from './frame.ts';

/** The archive's page of a tune, with every setting in full. */
export function tunePage(world: World, index: number): Page {
	const tune = tuneAt(world, index);
	const name = displayName(tune.name);
	const settings = Array.from({ length: tune.settings }, (_, n) => settingAt(world, tune, n));
	const date = stamp(tune.added);
	return thingPage(
		'tunes',
		tune.id,
		`Tune: ${name}`,
		`<h1>${typographic(name)}<span class="detail">${tune.type}</span></h1>
<article id="settings"><h2 id="settingcount">${counted(settings.length, 'setting')}</h2>
${settings.map((setting, n) => settingArticle(tune, name, setting, n + 1)).join('\n')}
</article>
${commentFeed(commentsOf(world, 'tunes', index, date))}
${addedBy(settings[0]?.username ?? '', date)}`,
	);
}

function settingArticle(tune: Tune, name: string, setting: Setting, number: number): string {
	const lines = escapeHtml(setting.abc.replace(/\r?\n|! /g, '\n')).replaceAll('\n', '<br>');
	return `<article class="setting light" id="setting${setting.id}" aria-label="Setting ${number}">
<div class="notes"><abbr title="Number">X</abbr>: ${number}<br><abbr title="Title">T</abbr>: ${escapeHtml(name)}<br><abbr title="Type">R</abbr>: ${tune.type}
<div id="notes${number}"><abbr title="Meter">M</abbr>: ${tune.meter}<br><abbr title="Length">L</abbr>: 1/8<br><abbr title="Key">K</abbr>: ${abcKey(setting.mode)}<br>
${lines}</div></div>
<footer class="setting-metadata"><small class="discrete"><a href="#setting${setting.id}">↳</a> Added by ${escapeHtml(setting.username)} on ${time(setting.date)}.</small></footer>
</article>`;
}
