import { badNet, eventsOnlyControl, forgetfulControl } from './bad-net.ts';
import { shortForm } from './short-form.ts';

shortForm(badNet, eventsOnlyControl, forgetfulControl);
