import { FOLDER_FILES } from '../../../core/fit-plan.ts';

/** Bytes are raw unless they are called gzip. */
export interface Limits {
	siteBytes: number;
	/** Files straight in a folder; folders in it do not count. */
	folderFiles: number;
	fileBytes: number;
	pageBytes: number;
	styleGzip: number;
	styleFiles: number;
	/** Before any interaction, of one page. */
	scriptGzip: number;
	/** Of the tune page of median size. */
	tuneBytes: number;
	tuneGzip: number;
	sitemapUrls: number;
	/** Of the table that answers the first search for a name. */
	popularNamesGzip: number;
	/** Of all names of all tunes. */
	tuneNamesGzip: number;
	/** Of the places of one country, or of a part of a large one. */
	placesGzip: number;
	/** Of all files that the service worker keeps when it is installed. */
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
