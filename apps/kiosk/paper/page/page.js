// Served as it is: the page of a demonstration printer is not worth a build of its own.
const find = (id) => document.getElementById(id);
const [roll, cover, state, empty, list] = ['roll', 'cover', 'state', 'empty', 'slips'].map(find);
let shown = null;

const states = {
  ready: 'Siap mencetak / Ready',
  low: 'Kertas hampir habis / Paper is low',
  out: 'Kertas habis / Out of paper',
  open: 'Penutup terbuka / Cover is open',
  gone: 'Pencetak tidak terhubung / Not connected',
};

function label(button, pressed, indonesian, english) {
  const second = document.createElement('span');
  second.lang = 'en';
  second.textContent = english;
  button.replaceChildren(indonesian, second);
  button.setAttribute('aria-pressed', String(pressed));
}

function say(name) {
  state.textContent = states[name];
  state.classList.toggle('stopped', name === 'out' || name === 'open' || name === 'gone');
}

function show(next) {
  say(next.isCoverOpen ? 'open' : next.roll === 'full' ? 'ready' : next.roll);
  if (next.roll === 'out') label(roll, true, 'Isi kertas', 'Refill paper');
  else label(roll, false, 'Habiskan kertas', 'Run out of paper');
  if (next.isCoverOpen) label(cover, true, 'Tutup penutup', 'Close the cover');
  else label(cover, false, 'Buka penutup', 'Open the cover');
  empty.hidden = next.slips.length > 0;
  // What already lies there stays untouched: moving it would play its arrival again.
  const kept = new Set(next.slips.map((slip) => slip.picture));
  const known = new Set([...list.children].map((item) => item.dataset.picture));
  for (const item of [...list.children]) if (!kept.has(item.dataset.picture)) item.remove();
  for (const slip of next.slips.toReversed()) if (!known.has(slip.picture)) list.prepend(paper(slip, shown !== null));
  shown = next;
}

function paper({ picture, text }, isNew) {
  const item = document.createElement('li');
  item.dataset.picture = picture;
  item.classList.toggle('new', isNew);
  const image = document.createElement('img');
  image.src = picture;
  image.alt = text;
  item.append(image);
  return item;
}

function ask(wish) {
  return fetch('printer', { method: 'POST', body: JSON.stringify(wish) });
}

roll.addEventListener('click', () => ask({ roll: shown?.roll === 'out' ? 'full' : 'out' }));
cover.addEventListener('click', () => ask({ isCoverOpen: !shown?.isCoverOpen }));
const stream = new EventSource('stream');
stream.addEventListener('message', (event) => show(JSON.parse(event.data)));
stream.addEventListener('error', () => say('gone'));
