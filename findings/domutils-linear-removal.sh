#!/bin/sh
# Taking a node out of a linked list costs a walk over all its siblings.
#
# Library: domutils 4.0.2, removeElement (npm; github.com/fb55/domutils),
#   with htmlparser2 12.0.0
# Input: a parent with 100, 400 and 1,600 children, all removed, first to last or last to
#   first.
# Says otherwise: nothing. Nodes have `prev` and `next`, which suggests constant time.
# Expected: the work grows with the number of nodes: four times the nodes, four times the
#   reads.
# Behaviour: each removal looks for the node in the parent's array, from its end. Removed
#   first to last, four times the nodes take sixteen times the reads (counted, not timed).
#   Last to first, they take four times. replaceElement searches in the same way.
# Seen:
#   100 children: 20200 reads first to last, 400 last to first
#   400 children: 320800 reads first to last, 1600 last to first
#   1600 children: 5123200 reads first to last, 6400 last to first
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts domutils@4.0.2 htmlparser2@12.0.0 >npm.log
cat >show.mjs <<'EOF'
import { removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** How often slots of the parent's array are looked at while all its children are removed. */
function reads(size, order) {
	const parent = parseDocument('<i></i>'.repeat(size));
	const nodes = order([...parent.children]);
	const isSlot = (key) => typeof key === 'string' && /^\d+$/.test(key);
	let count = 0;
	parent.children = new Proxy(parent.children, {
		get(target, key) {
			if (isSlot(key)) count += 1;
			return Reflect.get(target, key);
		},
		has(target, key) {
			if (isSlot(key)) count += 1;
			return Reflect.has(target, key);
		},
	});
	for (const node of nodes) removeElement(node);
	return count;
}

for (const size of [100, 400, 1600]) {
	const first = reads(size, (nodes) => nodes);
	const last = reads(size, (nodes) => nodes.reverse());
	console.log(`${size} children: ${first} reads first to last, ${last} last to first`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
