// Tasklist draws some buttons and links as signs alone, and says of no part of its page what it is. Whoever hears the page
// instead of seeing it is told both here, and its headings are set in order.
import { french } from '/door.js';

const NAMES = [
  ['.region-toggle[data-region="filters"]', 'Fold or unfold the lists', 'Plier ou déplier les listes'],
  ['.region-toggle[data-region="list"]', 'Fold or unfold the tasks', 'Plier ou déplier les tâches'],
  ['.region-toggle[data-region="task"]', 'Fold or unfold the task', 'Plier ou déplier la tâche'],
  ['button.maximize', 'Show the task alone', 'Montrer la tâche seule'],
  ['button.reset-regions', 'Show lists, tasks and the task', 'Montrer listes, tâches et tâche'],
  ['[cam-widget-search] button.dropdown-toggle', 'Kept searches', 'Recherches gardées'],
  ['.unclaim', 'Give the task back to the group', 'Rendre la tâche au groupe'],
  ['.sort-direction', 'Turn the order round', 'Inverser l’ordre'],
  ['.new-sort > .dropdown-toggle', 'Sort by something else as well', 'Trier aussi selon autre chose'],
  ['.instance-link', 'The process of this task', 'Le processus de cette tâche'],
  ['.reset-due-date', 'Clear the due date', 'Effacer l’échéance'],
  ['.reset-follow-up-date', 'Clear the follow-up date', 'Effacer la date de suivi']
];
const ROLES = [
  ['[cam-widget-header]', 'banner'],
  ['.site-wrap', 'main'],
  ['[cam-widget-footer]', 'contentinfo'],
  ['[cam-widget-search] .main-field', 'combobox']
];
const LEVELS = [
  ['.tasks-list h6', 5],
  ['.task-details h2.task', 1],
  ['.task-details h4.process-definition', 2]
];

new MutationObserver(() => {
  for (const [places, english, spoken] of NAMES) {
    for (const place of document.querySelectorAll(`:is(${places}):not([aria-label])`)) {
      place.ariaLabel = french ? spoken : english;
    }
  }
  for (const [places, level] of LEVELS) {
    document.querySelectorAll(`${places}:not([aria-level])`).forEach(place => { place.ariaLevel = level; });
  }
  for (const [place, role] of ROLES) {
    document.querySelector(`${place}:not([role])`)?.setAttribute('role', role);
  }
}).observe(document.body, { childList: true, subtree: true });
