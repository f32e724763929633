import css from './sets.css?inline';
import { adopt } from './styles.ts';

// For lists of sets, and for items to review.
adopt(css);
