import type { Budget } from './base/check.ts';
import { fileSize } from './checks/file-size.ts';
import { folderSize } from './checks/folder-size.ts';
import { headerRules } from './checks/header-rules.ts';
import { namesBudget } from './checks/names-budget.ts';
import { pageSize } from './checks/page-size.ts';
import { placesBudget } from './checks/places-budget.ts';
import { scriptBudget } from './checks/script-budget.ts';
import { shellBudget } from './checks/shell-budget.ts';
import { siteSize } from './checks/site-size.ts';
import { sitemapLength } from './checks/sitemap-length.ts';
import { styleBudget } from './checks/style-budget.ts';
import { tuneBudget } from './checks/tune-budget.ts';

/** Everything that is measured. */
export const BUDGETS: readonly Budget[] = [
	siteSize,
	folderSize,
	fileSize,
	headerRules,
	sitemapLength,
	pageSize,
	tuneBudget,
	styleBudget,
	scriptBudget,
	namesBudget,
	placesBudget,
	shellBudget,
];
