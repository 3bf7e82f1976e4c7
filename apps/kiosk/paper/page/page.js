// Served as it is: the page of a demonstration printer is not worth a build of its own.
import { layPaper, say } from './desk.js';

const buttons = [...document.querySelectorAll('button[data-name]')];

/** What the printer would answer to somebody who asks how it is; the cause before its consequence. */
function stateOf({ roll, cover, power, isJammed, behaviour, unfinished }) {
  if (power === 'off') return 'off';
  if (cover === 'open') return 'cover';
  if (roll === 'out') return 'out';
  if (isJammed) return 'jammed';
  if (behaviour === 'eats') return 'eats';
  if (unfinished) return 'printing';
  if (roll === 'low') return 'low';
  return behaviour === 'normal' ? 'ready' : behaviour;
}

function show(printer) {
  say(stateOf(printer));
  for (const button of buttons) {
    const { name, value } = button.dataset;
    button.setAttribute('aria-pressed', String(printer[name] === value));
  }
  layPaper(printer);
}

for (const button of buttons)
  button.addEventListener('click', () => {
    const { name, value } = button.dataset;
    fetch('printer', { method: 'POST', body: JSON.stringify({ [name]: value }) }).catch(() => say('gone'));
  });
const stream = new EventSource('stream');
stream.addEventListener('message', (event) => show(JSON.parse(event.data)));
stream.addEventListener('error', () => say('gone'));
