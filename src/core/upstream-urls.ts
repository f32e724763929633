/** Where thesession.org's two repositories are, unless MIRROR_DATA_URL and MIRROR_ARCHIVE_URL say. */
export const DATA_URL = 'https://github.com/adactio/TheSession-data';
export const ARCHIVE_URL = 'https://github.com/adactio/TheSession-archive';
