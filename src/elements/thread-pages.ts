/** Redirects from the anchor of a post on another page of its thread to that post. */
function goToPost(): void {
	const anchor = document.getElementById(location.hash.slice(1));
	const link = anchor?.closest('#pages li')?.querySelector('a');
	if (link) location.replace(link.href + location.hash);
}

goToPost();
addEventListener('hashchange', goToPost);
