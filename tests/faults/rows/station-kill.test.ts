import { shortForm } from './short-form.ts';
import { reusedIdControl, stationKill } from './station-kill.ts';

shortForm(reusedIdControl, stationKill);
