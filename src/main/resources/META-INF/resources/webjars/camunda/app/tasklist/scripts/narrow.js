// On a telephone or a small tablet Tasklist's three panes do not stand side by side: there is the list, or the task that was
// opened from it with the way back to the list. And where a table's columns do not fit, each of its rows stands as a small card,
// for which every cell is told the name of its column.
import { french } from '/door.js';
import { asked } from './lists.js';

const OPEN = 'joint-flights-task-open';

const back = document.createElement('a');
back.className = 'joint-flights-back';
back.textContent = french ? '‹ Liste des tâches' : '‹ List of tasks';

const show = () => {
  const query = asked();
  document.body.classList.toggle(OPEN, query.has('task'));
  query.delete('task');
  query.delete('detailsTab');
  back.href = `#/?${query}`;
};
show();
window.addEventListener('hashchange', show);
for (const step of ['pushState', 'replaceState']) {
  const original = history[step];
  history[step] = function (...rest) {
    const result = original.apply(this, rest);
    show();
    return result;
  };
}

const nameCells = table => {
  const names = [...table.querySelectorAll('th')].map(head => head.textContent.trim());
  for (const row of table.querySelectorAll('tbody tr')) {
    [...row.cells].forEach((cell, at) => {
      if (names[at] !== undefined && cell.dataset.column !== names[at]) {
        cell.dataset.column = names[at];
      }
    });
  }
};

new MutationObserver(() => {
  const top = document.querySelector('.task-details > header');
  if (top && !top.contains(back)) {
    top.prepend(back);
  }
  document.querySelectorAll('.fjs-table').forEach(nameCells);
}).observe(document.body, { childList: true, subtree: true, characterData: true });
