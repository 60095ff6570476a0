// Wins over the file of the same name in Camunda's web jar.
import { locales } from '/door.js';

export default {
  app: { name: 'Admin', vendor: 'Joint Flights' },
  locales,
  disableWelcomeMessage: true
};
