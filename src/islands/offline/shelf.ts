import type { Catalogue, Pack } from '../../packs/catalogue.ts';
import * as library from '../../library/library.ts';
import { companionsOf, missingCompanions, type Companion } from './companions.ts';
import type { PackState } from './pack-words.ts';
import type { News } from './update-panel.ts';
