import { flippedBit } from './flipped-bit.ts';
import { shortForm } from './short-form.ts';

shortForm(flippedBit);
