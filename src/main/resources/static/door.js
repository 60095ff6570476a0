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

// What is overdue of one's groups, said beside it, asked for again now and then, and leading to the list of it.
const overdue = document.createElement('a');
overdue.className = 'joint-flights-home joint-flights-overdue';

// The way back to our own pages, before the person's name.
const back = document.createElement('a');
back.href = '/';
back.className = 'joint-flights-home';
export const french = (chosen || navigator.language).startsWith('fr');
back.textContent = french ? '‹ Accueil' : '‹ Home';
const place = new MutationObserver(() => {
  const brand = document.querySelector('[cam-widget-header] .navbar-header');
  if (brand && !brand.contains(back)) {
    brand.prepend(back, overdue);
  }
});
place.observe(document.body, { childList: true, subtree: true });

const ask = address => fetch(address, { headers: { Accept: 'application/json' } })
  .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status));
const askOverdue = async () => {
  const { line } = await ask('/overdue');
  overdue.textContent = line;
  if (line) {
    const lists = await ask('/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=50');
    const list = lists.find(({ properties, itemCount }) => properties.overdue && itemCount > 0);
    const sorting = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
    overdue.href = `/camunda/app/tasklist/default/#/?filter=${list.id}&sorting=${sorting}`;
  }
};
// Who cannot be told is not told something old.
const tryOverdue = () => askOverdue().catch(() => overdue.removeAttribute('href'));
tryOverdue();
setInterval(tryOverdue, 300000);
