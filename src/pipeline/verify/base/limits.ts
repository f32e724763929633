import { FOLDER_FILES } from '../../../core/fit-plan.ts';

/** Bytes are uncompressed unless named gzip. */
export interface Limits {
	siteBytes: number;
	/** Files directly in a folder, without subfolders. */
	folderFiles: number;
	fileBytes: number;
	pageBytes: number;
	styleGzip: number;
	styleFiles: number;
	/** Scripts of a page that load before any interaction. */
	scriptGzip: number;
	/** The tune page of median size. */
	tuneBytes: number;
	tuneGzip: number;
	sitemapUrls: number;
	/** The table that answers the first search for a name. */
	popularNamesGzip: number;
	/** All names of all tunes. */
	tuneNamesGzip: number;
	/** The places of one country, or of a part of a large one. */
	placesGzip: number;
	/** All files that the service worker stores when it is installed. */
	shellGzip: number;
	headerRules: number;
}

export const LIMITS: Limits = {
	siteBytes: 900_000_000,
	folderFiles: FOLDER_FILES,
	// Cloudflare's limit; GitHub's is higher.
	fileBytes: 25 * 1024 * 1024,
	pageBytes: 1_500_000,
	styleGzip: 12_000,
	styleFiles: 1,
	scriptGzip: 12_000,
	tuneBytes: 14_000,
	tuneGzip: 5_000,
	sitemapUrls: 45_000,
	popularNamesGzip: 50_000,
	tuneNamesGzip: 450_000,
	placesGzip: 40_000,
	shellGzip: 150_000,
	// Cloudflare's limit; Netlify has none.
	headerRules: 100,
};
