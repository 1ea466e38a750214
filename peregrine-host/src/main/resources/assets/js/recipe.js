// The recipe editor: marks the text as wrong and sets the cursor on the line that is.
const mark = () => {
  const text = document.getElementById('recipe');
  if (!text) return;
  const wrong = document.querySelector('#recipe-says [data-line]');
  wrong ? text.setAttribute('aria-invalid', 'true') : text.removeAttribute('aria-invalid');
  const line = Number(wrong?.dataset.line ?? 0);
  if (!line || wrong.dataset.jump !== 'true') return;
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  text.scrollTop = (line - 4) * parseFloat(getComputedStyle(text).lineHeight);
};
const says = document.getElementById('recipe-says');
if (says) {
  // Its place is watched, not itself: each answer brings another one.
  new MutationObserver(mark).observe(says.parentElement, { childList: true });
  mark();
}
