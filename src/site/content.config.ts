import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { storeLoader } from './loaders/store-loader.ts';
import { store } from './site.ts';

const schema = z.object({ name: z.string() });

export const collections = {
	tunes: defineCollection({ loader: storeLoader('tunes', store), schema }),
	recordings: defineCollection({ loader: storeLoader('recordings', store), schema }),
	sessions: defineCollection({ loader: storeLoader('sessions', store), schema }),
	events: defineCollection({ loader: storeLoader('events', store), schema }),
	discussions: defineCollection({ loader: storeLoader('discussions', store), schema }),
};
