// Tasklist's own sign-in page is closed here; whoever is led to it, signed out or after a long pause, comes to ours.
const atTheOtherDoor = () => {
  if (location.hash.startsWith('#/login')) {
    location.replace('/sign-in?out');
  }
};
for (const step of ['pushState', 'replaceState']) {
  const original = history[step];
  history[step] = function (...rest) {
    const result = original.apply(this, rest);
    atTheOtherDoor();
    return result;
  };
}
window.addEventListener('hashchange', atTheOtherDoor);
atTheOtherDoor();

// The language chosen on our pages, else the browser's.
const chosen = (document.cookie.match(/(?:^|; )language=(en|fr)/) || [])[1];
export const locales = {
  availableLocales: chosen ? [chosen] : ['en', 'fr'],
  fallbackLocale: chosen || 'en'
};

// What is overdue of one's groups, said beside it and asked for again now and then; where there are lists it leads to one.
export const overdue = document.createElement('a');
overdue.className = 'joint-flights-home joint-flights-overdue';

// In the example, how far its clock was moved ahead of the machine's, which Tasklist's own "due" and "overdue" go by.
const moved = document.createElement('span');
moved.className = 'joint-flights-home joint-flights-overdue';

// The way back to our own pages, before the person's name.
const back = document.createElement('a');
back.href = '/';
back.className = 'joint-flights-home';
export const french = (chosen || navigator.language).startsWith('fr');
back.textContent = french ? '‹ Accueil' : '‹ Home';
const place = new MutationObserver(() => {
  const brand = document.querySelector('[cam-widget-header] .navbar-header');
  if (brand && !brand.contains(back)) {
    brand.prepend(back, overdue, moved);
  }
});
place.observe(document.body, { childList: true, subtree: true });

// Who cannot be told is not told something old.
const askOverdue = () => fetch('/overdue', { headers: { Accept: 'application/json' } })
  .then(answer => answer.ok ? answer.json() : { line: '' })
  .then(({ line, rehearsal }) => {
    overdue.textContent = line;
    moved.textContent = rehearsal || '';
  })
  .catch(() => { overdue.textContent = ''; });
askOverdue();
setInterval(askOverdue, 300000);
