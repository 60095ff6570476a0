// Wins over the file of the same name in Camunda's web jar.
import '/door.js';

export default {
  app: { name: 'Cockpit', vendor: 'Joint Flights' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
