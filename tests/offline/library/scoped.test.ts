import { afterEach, expect, test, vi } from 'vitest';
import { scoped } from '../../../src/offline/cache-names.ts';

afterEach(() => vi.unstubAllEnvs());

test('a mirror at the root has the plain names, and one beside it names of its own', () => {
	expect(scoped('session-mirror-x')).toBe('session-mirror-x');
	vi.stubEnv('BASE_URL', '/a/');
	expect(scoped('session-mirror-x')).toBe('session-mirror-x /a/');
});
