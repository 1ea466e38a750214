// Where a button leads to what this Peregrine does for nobody, it says so in its place. Without a
// script the button is there, and the page behind it says the same.
const doors = [...document.querySelectorAll('#shut > li')].map(door => ({
  path: new RegExp(door.dataset.path),
  pages: 'pages' in door.dataset,
  title: door.dataset.title,
  why: door.textContent,
}));

const door = (address, looks) => {
  const path = address && new URL(address, location.href);
  if (!path || path.origin !== location.origin) return;
  return doors.find(each => (each.pages || !looks) && each.path.test(path.pathname));
};

const close = (button, why) => {
  const note = document.createElement('span');
  const label = (button.getAttribute('aria-label') ?? button.textContent).replace(/\s+/g, ' ').trim();
  note.className = 'shutdoor';
  note.title = why.why;
  note.textContent = label ? `${label}: ${why.title}` : why.title;
  const more = document.createElement('span');
  more.className = 'sr';
  more.textContent = ` ${why.why}`;
  note.append(more);
  button.replaceWith(note);
};

const look = within => {
  for (const form of within.querySelectorAll('form[method=post]')) {
    const whole = door(form.getAttribute('hx-post') ?? form.getAttribute('action') ?? location.href);
    for (const button of form.querySelectorAll('button:not([type=button], [type=reset], [form]), input[type=submit]')) {
      const own = button.getAttribute('hx-post') ?? button.getAttribute('formaction');
      const why = own ? door(own) : whole;
      if (why) close(button, why);
    }
  }
  for (const button of within.querySelectorAll('button[form], button[hx-post]')) {
    const form = document.getElementById(button.getAttribute('form'));
    const why = door(button.getAttribute('hx-post') ?? button.getAttribute('formaction') ?? form?.getAttribute('action'));
    if (why) close(button, why);
  }
  for (const link of within.querySelectorAll('main a[href]')) {
    const why = door(link.href, true);
    if (why) close(link, why);
  }
};

look(document);
document.addEventListener('htmx:load', e => look(e.detail.elt.parentElement ?? document));
