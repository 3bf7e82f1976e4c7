import { malformedInput } from './malformed-input.ts';
import { shortForm } from './short-form.ts';

shortForm(malformedInput);
