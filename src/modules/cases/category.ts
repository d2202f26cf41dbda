import { codes } from '../../graphql/columns.js';
import { CATEGORIES, INFORMATION_CATEGORIES } from '../../permissions/categories.js';

/** Any category, the coordinating one included. */
export const Category = codes('Category', CATEGORIES);
export type Category = keyof typeof Category;

/** The categories that information about a family can have. */
export const InformationCategory = codes('InformationCategory', INFORMATION_CATEGORIES);
export type InformationCategory = keyof typeof InformationCategory;
