import { damage } from './damage.ts';
import { shortForm } from './short-form.ts';

shortForm(damage);
