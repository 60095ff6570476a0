// Wins over the file of the same name in Camunda's web jar.
import { locales } from '/door.js';
import './choosers.js';
import './drafts.js';
import './form-words.js';
import './lists.js';
import './names.js';
import './narrow.js';
import './panes.js';

export default {
  app: { name: 'Tasklist', vendor: 'Joint Flights' },
  locales,
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
