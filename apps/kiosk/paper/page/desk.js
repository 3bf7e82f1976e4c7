const [state, empty, list] = ['state', 'empty', 'slips'].map((id) => document.getElementById(id));
let isFirst = true;

const states = {
  ready: ['', 'Siap mencetak', 'Ready to print'],
  printing: ['warn', 'Sedang mencetak', 'Printing'],
  low: ['warn', 'Kertas hampir habis, masih mencetak', 'Paper almost out, still printing'],
  slow: ['warn', 'Lambat, tetapi mencetak', 'Slow, but printing'],
  silent: ['warn', 'Mencetak, tetapi tidak mengabarkan', 'Prints, but never says so'],
  jams: ['warn', 'Pisau akan macet pada tiket berikutnya', 'The knife will jam at the next slip'],
  jammed: ['stopped', 'Pisau macet. Pilih "Wajar" untuk membebaskannya', 'Knife jammed. Choose "Normal" to free it'],
  eats: ['stopped', 'Menerima kiriman, tidak membaca apa pun', 'Takes what is sent and reads none of it'],
  out: ['stopped', 'Kertas habis', 'Out of paper'],
  cover: ['stopped', 'Penutup terbuka', 'Cover is open'],
  off: ['stopped', 'Kabel listrik tercabut', 'Unplugged'],
  gone: ['stopped', 'Halaman ini terputus dari anjungan', 'This page lost the kiosk'],
};

/** Says in words and colour what the printer is about. */
export function say(name) {
  const [mood, indonesian, english] = states[name];
  state.dataset.mood = mood;
  const [first, second] = [state.querySelector('strong'), state.querySelector('.second')];
  // Said again, the same words would be read out again.
  if (first.textContent === indonesian) return;
  first.textContent = indonesian;
  second.textContent = english;
}

/** Lays the slips on the desk, the newest first, and before them what still hangs out of the printer. */
export function layPaper({ slips, unfinished }) {
  empty.hidden = slips.length > 0 || unfinished !== null;
  layUnfinished(unfinished);
  // What already lies there stays untouched: moving it would play its arrival again.
  const kept = new Set(slips.map((slip) => slip.picture));
  const lying = [...list.querySelectorAll('li[data-picture]')];
  const known = new Set(lying.map((item) => item.dataset.picture));
  for (const item of lying) if (!kept.has(item.dataset.picture)) item.remove();
  for (const slip of slips.toReversed())
    if (!known.has(slip.picture)) {
      const item = slipItem(slip);
      item.classList.toggle('new', !isFirst);
      const printing = list.querySelector('.printing');
      if (printing) printing.after(item);
      else list.prepend(item);
    }
  isFirst = false;
}

function layUnfinished(unfinished) {
  let item = list.querySelector('.printing');
  if (!unfinished) return item?.remove();
  if (!item) {
    item = element('li');
    item.className = 'printing';
    const image = element('img');
    image.alt = 'Tiket yang sedang dicetak';
    item.append(image, bilingual('p', 'Belum dipotong', 'Not cut yet'));
    list.prepend(item);
  }
  const image = item.querySelector('img');
  if (image.getAttribute('src') !== unfinished.picture) image.src = unfinished.picture;
}

function slipItem({ picture, text }) {
  const item = element('li');
  item.dataset.picture = picture;
  const image = element('img');
  image.src = picture;
  image.alt = `Tiket ${/^ *([A-Z]+\d+)$/m.exec(text)?.[1] ?? ''}`.trim();
  const details = element('details');
  const words = element('pre');
  words.textContent = text;
  words.tabIndex = 0;
  words.setAttribute('aria-label', `Teks ${image.alt}`);
  words.setAttribute('role', 'region');
  const copy = bilingual('button', 'Salin teks', 'Copy the text');
  copy.type = 'button';
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    copy.replaceChildren(...bilingual('button', 'Tersalin', 'Copied').childNodes);
  });
  details.append(bilingual('summary', 'Baca teksnya', 'Read its text'), words, copy);
  item.append(image, details);
  return item;
}

function bilingual(tag, indonesian, english) {
  const item = element(tag);
  const second = element('span');
  second.lang = 'en';
  second.textContent = english;
  item.append(`${indonesian} `, second);
  return item;
}

function element(tag) {
  return document.createElement(tag);
}
