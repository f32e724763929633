/** The URLs of thesession.org's two repositories, unless MIRROR_DATA_URL and MIRROR_ARCHIVE_URL are set. */
export const DATA_URL = 'https://github.com/adactio/TheSession-data';
export const ARCHIVE_URL = 'https://github.com/adactio/TheSession-archive';
