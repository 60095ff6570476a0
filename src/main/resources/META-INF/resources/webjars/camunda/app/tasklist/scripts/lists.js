// The lists begin with what is due soonest, and a box narrows each of them to one flight. Both only say in the page's address
// what somebody could have chosen by hand, so that it may be linked and kept as a bookmark.
import { french, overdue } from '/door.js';

const REFERENCE = 'processInstanceBusinessKey';
const CHECK = 300;
const LONGEST = 60000;
const SOONEST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

/** What the page's address asks for. */
export const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');
const searches = () => {
  try {
    return JSON.parse(asked().get('searchQuery') || '[]');
  } catch {
    return [];
  }
};

if (!location.hash.startsWith('#/login') && !asked().has('sorting')) {
  const query = asked();
  query.set('sorting', SOONEST);
  history.replaceState(history.state, '', `#/?${query}`);
}

// Whoever comes for one task, from a mail or the home page, would find no form now and then: while Tasklist chooses a list it may let
// go of the task in its address. It is asked for again until it is open or somebody does something else.
const wanted = asked().get('task');
if (wanted) {
  const asking = setInterval(() => {
    if (document.querySelector('.task-filters .active') && !asked().has('task')) {
      const query = asked();
      query.set('task', wanted);
      location.hash = `#/?${query}`;
    }
  }, CHECK);
  const letGo = () => clearInterval(asking);
  ['pointerdown', 'keydown'].forEach(kind => document.addEventListener(kind, letGo, { capture: true, once: true }));
  setTimeout(letGo, LONGEST);
}

const box = document.createElement('form');
box.className = 'joint-flights-flight';
const label = document.createElement('label');
label.textContent = french ? 'Vol' : 'Flight';
const field = document.createElement('input');
field.type = 'search';
field.placeholder = french ? 'référence, ou une partie' : 'reference, or a part of it';
field.setAttribute('list', 'joint-flights-references');
const known = document.createElement('datalist');
known.id = 'joint-flights-references';
label.append(field);
box.append(label, known);

const narrow = () => {
  const query = asked();
  const others = searches().filter(({ type }) => type !== REFERENCE);
  const reference = field.value.trim();
  query.set('searchQuery', JSON.stringify(reference
    ? [...others, { type: REFERENCE, operator: 'Like', value: reference, name: '' }]
    : others));
  query.delete('page');
  location.hash = `#/?${query}`;
};
box.addEventListener('submit', event => {
  event.preventDefault();
  narrow();
});
field.addEventListener('change', narrow);

const say = () => {
  const search = searches().find(({ type }) => type === REFERENCE);
  if (document.activeElement !== field) {
    field.value = search ? search.value : '';
  }
};
window.addEventListener('hashchange', say);

new MutationObserver(() => {
  const list = document.querySelector('[cam-tasks]');
  if (list && !document.body.contains(box)) {
    list.parentElement.insertBefore(box, list);
    say();
  }
  const seen = [...document.querySelectorAll('.tasks-list .variable-item .variable-value')]
    .map(value => value.textContent.trim()).filter(text => /^[A-Z]+-\d{4}-\d+/.test(text));
  const options = [...new Set(seen)].sort();
  if (options.join() !== [...known.options].map(option => option.value).join()) {
    known.replaceChildren(...options.map(value => Object.assign(document.createElement('option'), { value })));
  }
}).observe(document.body, { childList: true, subtree: true });

// To the list of what is overdue that holds something: the lists are asked for when somebody wants to go there.
overdue.href = '#';
overdue.addEventListener('click', event => {
  event.preventDefault();
  fetch('/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=50',
    { headers: { Accept: 'application/json' } })
    .then(answer => answer.json())
    .then(lists => lists.find(({ properties, itemCount }) => properties.overdue && itemCount > 0))
    .then(list => {
      if (list) {
        location.hash = `#/?${new URLSearchParams({ filter: list.id, sorting: SOONEST })}`;
      }
    });
});
