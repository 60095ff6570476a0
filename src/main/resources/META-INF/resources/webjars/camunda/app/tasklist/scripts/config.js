// Wins over the file of the same name in Camunda's web jar.
import '/door.js';

const chosen = (document.cookie.match(/(?:^|; )language=(en|fr)/) || [])[1];

export default {
  app: { name: 'Tasklist', vendor: 'Joint Flights' },
  // The language chosen on our pages, else the browser's.
  locales: {
    availableLocales: chosen ? [chosen] : ['en', 'fr'],
    fallbackLocale: chosen || 'en'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
