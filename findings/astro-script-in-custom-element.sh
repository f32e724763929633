#!/bin/sh
# A script declared inside a custom element is put in front of it.
#
# Library: astro 7.3.5 (npm; github.com/withastro/astro), run by node 24.21.0
# Input: a page with the same processed <script> in a <div> and in a <my-player>.
# Says otherwise: docs.astro.build/en/guides/upgrade-to/v5, "script tags are rendered
#   directly as declared".
# Expected: both stay where they were declared, last in their parents.
# Behaviour: the one in the <div> stays. The one in the custom element, whose name has a
#   hyphen, moves before the element; is:inline stays. What selects by position or by
#   parent (`my-player > script`, document order) meets another tree.
# Seen:
#   <div><p>a</p><script type="module">console.log(`plain`);</script></div>
#   <script type="module">console.log(`custom`);</script><my-player><p>b</p></my-player>
#   <my-player><p>c</p><script>console.log('inline')</script></my-player>
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export ASTRO_TELEMETRY_DISABLED=1
# The package `node` needs its script to put the binary in place.
npm install --loglevel=error --no-audit --no-fund astro@7.3.5 node@24.21.0 >npm.log
mkdir -p src/pages
cat >src/pages/index.astro <<'EOF'
<html lang="en"><head><title>Scripts</title></head><body>
<div><p>a</p><script>console.log('plain')</script></div>
<my-player><p>b</p><script>console.log('custom')</script></my-player>
<my-player><p>c</p><script is:inline>console.log('inline')</script></my-player>
</body></html>
EOF
node_modules/node/bin/node node_modules/astro/bin/astro.mjs build >build.log 2>&1 || {
	cat build.log
	exit 1
}
node -p "require('fs').readFileSync('dist/index.html', 'utf8')
	.replace(/<.?body>/g, '\n').replace(/<.(div|my-player)>/g, '\$&\n')" |
	grep '</p>' | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
