#!/bin/sh
# When the service behind Pagefind's Node API is ended, calls in flight never settle.
#
# Library: pagefind 1.6.0, Node API (npm; github.com/Pagefind/pagefind)
# Input: none of interest. The script itself ends the service, as a system that runs out
#   of memory or a supervisor does, while a call waits for its answer.
# Says otherwise: nothing; the types promise an answer and do not mention the service.
# Expected: calls in flight and later ones reject alike.
# Behaviour: a call made after the end rejects. The one in flight stays pending for good:
#   a program that awaits it and has nothing else to do exits with code 13.
# Seen:
#   call in flight: still pending after 5 s
#   call after the end: rejected
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts pagefind@1.6.0 >npm.log
cat >show.mjs <<'EOF'
import { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import * as pagefind from 'pagefind';

// Learn which process the library starts.
let service;
const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (...options) {
	service = this;
	return spawn.apply(this, options);
};

/** What becomes of a promise within five seconds. */
const outcome = (promise) =>
	Promise.race([
		promise.then(() => 'resolved', () => 'rejected'),
		wait(5000, 'still pending after 5 s'),
	]);

const content = '<!doctype html><html lang="en"><body><p>reel</p></body></html>';
const { index } = await pagefind.createIndex();
service.kill('SIGSTOP');
const inFlight = outcome(index.addHTMLFile({ url: '/1/', content }));
await wait(200);
service.kill('SIGKILL');
console.log(`call in flight: ${await inFlight}`);
console.log(`call after the end: ${await outcome(index.addHTMLFile({ url: '/2/', content }))}`);
process.exit();
EOF
node show.mjs 2>/dev/null | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
