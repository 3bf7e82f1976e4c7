import { hang } from './hang.ts';
import { shortForm } from './short-form.ts';

shortForm(hang);
