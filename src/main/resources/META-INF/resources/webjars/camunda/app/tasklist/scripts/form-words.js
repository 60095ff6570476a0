// form-js says a few things itself, in English and without a way to say otherwise: what is missing in a field, what an empty
// list shows. Here they are put into French where they stand; whatever somebody typed stands elsewhere.
import { locales } from '/door.js';

const PLACES = '.fjs-form-field-error, .fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-table-empty, .fjs-table-nav';
const french = (locales.availableLocales.length === 1 ? locales.fallbackLocale : navigator.language).startsWith('fr');

const patternOf = english =>
  new RegExp('^' + english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{}', '(.+)') + '$');

const translate = (words, text) => {
  for (const [pattern, said] of words) {
    const found = text.match(pattern);
    if (found) {
      return found.slice(1).reduce((sentence, gap) => sentence.replace('{}', () => gap), said);
    }
  }
  return text;
};

const speakFrench = words => {
  const say = place => {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const whole = place.matches('.fjs-table-nav') ? place.querySelector('.fjs-table-nav-label') : null;
    if (whole && whole.textContent !== translate(words, whole.textContent)) {
      // Three pieces that only together are a sentence: the middle one is the word.
      whole.childNodes[1].data = translate(words, '1 of 1').slice(1, -1);
    }
    while (texts.nextNode()) {
      const said = translate(words, texts.currentNode.data);
      if (!whole && said !== texts.currentNode.data) {
        texts.currentNode.data = said;
      }
    }
    for (const named of place.querySelectorAll('[aria-label]')) {
      const said = translate(words, named.ariaLabel);
      if (said !== named.ariaLabel) {
        named.ariaLabel = said;
      }
    }
  };
  new MutationObserver(() => document.querySelectorAll(PLACES).forEach(say))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
};

if (french) {
  fetch(new URL('../locales/fr.json', import.meta.url))
    .then(answer => answer.json())
    .then(labels => speakFrench(Object.entries(labels.formWords).map(([english, said]) => [patternOf(english), said])));
}
