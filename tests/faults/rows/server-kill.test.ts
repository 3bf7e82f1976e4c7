import { serverKill } from './server-kill.ts';
import { shortForm } from './short-form.ts';

shortForm(serverKill);
