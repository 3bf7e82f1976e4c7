import { failingDisk, fullDisk } from './bad-disk.ts';
import { shortForm } from './short-form.ts';

shortForm(failingDisk, fullDisk);
