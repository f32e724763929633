import { workerData } from 'node:worker_threads';
import { showProgress, silent } from '../../cli/progress.ts';
import type { Order } from './make-aside.ts';
import { makeSearch } from './make-search.ts';

const { storeFile, searchFile, isTold } = workerData as Order;
makeSearch(storeFile, searchFile, isTold ? showProgress('search') : silent);
