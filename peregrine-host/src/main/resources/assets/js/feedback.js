// Feedback in a dialog over the page that it is about: the pages of the feature without their frame.
// Without script, or where they do not come, the link leads to them.
const dialog = document.getElementById('feedback');
const place = dialog?.querySelector('.talk');

// The page behind has names of its own.
const own = page => {
  for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby', 'aria-controls'])
    for (const e of page.querySelectorAll(`[${name}]`))
      if (e.id !== 'copied') e.setAttribute(name, e.getAttribute(name).split(' ').map(id => 'talk-' + id).join(' '));
};
const show = async answer => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main > .page');
  const title = page?.querySelector('h1');
  if (!title) throw new Error('no page of ours');
  page.querySelectorAll('#problem, .leaves').forEach(e => e.remove());
  own(page);
  const heading = Object.assign(document.createElement('h2'), { id: 'talk-h', tabIndex: -1, textContent: title.textContent });
  title.replaceWith(heading);
  place.replaceChildren(...page.childNodes);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  (place.querySelector('[aria-invalid=true], input[required]') ?? heading).focus();
};

document.addEventListener('click', async e => {
  const link = e.target.closest?.('a[href^="/feedback?"]');
  if (!dialog || !link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  document.querySelector('[popover]:popover-open')?.hidePopover();
  // What was begun and not sent stands there still.
  if (place.querySelector('form') && !place.querySelector('.positive')) { dialog.showModal(); return; }
  try { await show(await fetch(link.href)); } catch { location.href = link.href; }
});
dialog?.addEventListener('submit', async e => {
  const form = e.target;
  e.preventDefault();
  const button = e.submitter;
  button?.setAttribute('aria-busy', 'true');
  try {
    await show(await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) }));
  } catch { form.submit(); }
  button?.removeAttribute('aria-busy');
});
dialog?.addEventListener('click', e => {
  if (e.target === dialog) dialog.close();
});
