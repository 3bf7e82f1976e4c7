import { powerCut, powerCutControl } from './power-cut.ts';
import { shortForm } from './short-form.ts';

shortForm(powerCut, powerCutControl);
