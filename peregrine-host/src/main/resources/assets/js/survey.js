// Pictures of a survey: pasted, dropped, chosen or taken, several, in an order. Without script the
// two fields for files do the same for those that are chosen.
const kept = new WeakMap();
const taken = ['image/png', 'image/jpeg', 'image/gif'];
const longest = 2600, heavy = 3e6;

// What the server does not read and the browser does (WebP, HEIC on a Mac) is drawn anew, and so is a
// photo of many megabytes: the server would make it smaller anyhow.
const readable = async file => {
  const drawn = await createImageBitmap(file);
  const large = file.size > heavy || Math.max(drawn.width, drawn.height) > longest;
  if (taken.includes(file.type) && !large) return { file, drawn };
  const scale = Math.min(1, longest / Math.max(drawn.width, drawn.height));
  const canvas = new OffscreenCanvas(Math.max(1, drawn.width * scale), Math.max(1, drawn.height * scale));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const type = file.size > heavy ? 'image/jpeg' : 'image/png';
  const blob = await canvas.convertToBlob({ type, quality: .9 });
  return { file: new File([blob], `${file.name.replace(/\.\w+$/, '')}.${type.slice(6)}`, { type }), drawn };
};
const thumbnail = drawn => {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, 320 / Math.max(drawn.width, drawn.height));
  canvas.width = Math.max(1, drawn.width * scale);
  canvas.height = Math.max(1, drawn.height * scale);
  canvas.getContext('2d').drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return canvas;
};
const button = (sign, label, press) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn icon plain';
  made.textContent = sign;
  made.setAttribute('aria-label', label);
  made.title = label;
  made.addEventListener('click', press);
  return made;
};
const show = (shots, focus) => {
  const all = kept.get(shots);
  const list = shots.querySelector('.shotlist');
  const { earlier, later, remove, number } = shots.dataset;
  list.hidden = all.length === 0;
  list.replaceChildren(...all.map((shot, at) => {
    const line = document.createElement('li');
    const say = text => text.replace('%', at + 1);
    const move = by => { all.splice(at + by, 0, ...all.splice(at, 1)); show(shots, at + by); };
    shot.canvas.setAttribute('role', 'img');
    shot.canvas.setAttribute('aria-label', say(number));
    const acts = document.createElement('div');
    acts.className = 'acts';
    const name = document.createElement('span');
    name.className = 'sub';
    name.textContent = say(number);
    acts.append(name);
    if (at > 0) acts.append(button('↑', say(earlier), () => move(-1)));
    if (at < all.length - 1) acts.append(button('↓', say(later), () => move(1)));
    acts.append(button('✕', say(remove), () => { all.splice(at, 1); show(shots, at); }));
    line.append(shot.canvas, acts);
    return line;
  }));
  const files = new DataTransfer();
  for (const shot of all) files.items.add(shot.file);
  shots.querySelector('[name=pictures]').files = files.files;
  if (focus !== undefined) (list.children[Math.min(focus, all.length - 1)]?.querySelector('button') ?? shots.querySelector('[name=pictures]')).focus();
};
const add = async (shots, files) => {
  const all = kept.get(shots) ?? [];
  kept.set(shots, all);
  const says = shots.querySelector('[data-shots-say]');
  says.textContent = '';
  for (const file of files) {
    if (all.length >= Number(shots.dataset.most)) {
      says.textContent = shots.dataset.enough;
      break;
    }
    try {
      const { file: readableFile, drawn } = await readable(file);
      all.push({ file: readableFile, canvas: thumbnail(drawn) });
    } catch {
      says.textContent = shots.dataset.none.replace('%', () => file.name);
    }
  }
  show(shots);
};

document.addEventListener('change', e => {
  const shots = e.target.closest?.('.shots');
  if (!shots || e.target.type !== 'file') return;
  const files = [...e.target.files];
  if (e.target.name === 'camera') e.target.value = '';
  add(shots, files);
});
document.addEventListener('drop', e => {
  const shots = document.querySelector('.shots');
  const files = [...e.dataTransfer?.files ?? []].filter(file => file.type.startsWith('image/'));
  if (!shots || !files.length || !e.target.closest?.('main')) return;
  e.preventDefault();
  e.target.closest('.drop')?.classList.remove('over');
  add(shots, files);
});
document.addEventListener('dragover', e => { if (document.querySelector('.shots') && e.target.closest?.('main')) e.preventDefault(); });
document.addEventListener('paste', e => {
  const shots = document.querySelector('.shots');
  const files = [...e.clipboardData?.files ?? []].filter(file => file.type.startsWith('image/'));
  // What is copied from a text comes as a picture too.
  const text = e.target.closest?.('textarea, input') && e.clipboardData.getData('text/plain').trim();
  if (!shots || !files.length || text) return;
  e.preventDefault();
  add(shots, files);
});
