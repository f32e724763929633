/** On a phone the bar of sections is wider than the screen: scrolls to the current section. */
const bar = document.querySelector('body > header nav');
const current = bar?.querySelector<HTMLElement>('[aria-current]');
if (bar && current)
	bar.scrollLeft = current.offsetLeft + current.offsetWidth - bar.clientWidth + 48;
