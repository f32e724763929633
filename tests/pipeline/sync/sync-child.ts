// Run by sync-interrupt.test.ts in a process of its own, to be killed.
import { sync } from '../../../src/pipeline/sync/sync.ts';
import type { SyncOptions } from '../../../src/pipeline/sync/sync.ts';

await sync(JSON.parse(process.argv[2] ?? '') as SyncOptions);
