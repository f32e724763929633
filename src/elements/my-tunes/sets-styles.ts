import css from './sets.css?inline';
import { adopt } from './styles.ts';

// For lists of sets, and of what is to be looked at.
adopt(css);
