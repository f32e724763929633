#!/bin/sh
# A client that kept two versions is never told that one of them is still current.
#
# Library: @fastify/etag 6.2.0 with fastify 5.12.8 (npm; github.com/fastify/fastify-etag)
# Input: GET requests with If-None-Match in the forms of RFC 9110, 13.1.2.
# Says otherwise: RFC 9110, 13.1.2: the field is a list of tags or "*", and a GET that
#   matches any of them is answered 304. The plugin's README speaks of one tag and names
#   no limit.
# Guessed: 304 for a list that has the tag, and for "*".
# Behaviour: the whole field is compared with the tag as text, so that a list and "*" are
#   answered with the whole body.
# Seen:
#   "TAG": 304
#   W/"TAG": 304
#   "old", "TAG": 200
#   *: 200
set -eu
self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts fastify@5.12.8 @fastify/etag@6.2.0 >npm.log
cat >show.mjs <<'EOF'
import etag from '@fastify/etag';
import Fastify from 'fastify';

const app = Fastify();
await app.register(etag);
app.get('/', () => 'A reel');

const tag = (await app.inject('/')).headers.etag;
for (const field of ['TAG', 'W/TAG', '"old", TAG', '*']) {
	const headers = { 'if-none-match': field.replace('TAG', tag) };
	const { statusCode } = await app.inject({ url: '/', headers });
	console.log(`${field.replace('TAG', '"TAG"')}: ${statusCode}`);
}
EOF
node show.mjs | tee seen.txt
sed -n '/^# Seen:/,/^set /s/^#   //p' "$self" >expected.txt
diff expected.txt seen.txt
