// The forms say of each field what can be chosen in it; the page's own chooser reads that from the field.
import { lookAround } from '/chooser.js';
import { componentsOf, formIn } from './drafts.js';

const mark = container => {
  const inputs = [...container.querySelectorAll('input.fjs-input[type="text"]:not([data-seen])')];
  const form = inputs.length > 0 && formIn(container.__k);
  const { schema } = form ? form._getState() : {};
  if (!schema) {
    return;
  }
  const components = componentsOf(schema);
  const inputOf = component => [...container.querySelectorAll('input')].find(input => input.id.endsWith(`-${component.id}`));
  for (const input of inputs) {
    input.dataset.seen = '';
    const asked = components.find(component => input.id.endsWith(`-${component.id}`));
    const { choices, several, clockOf } = asked?.properties || {};
    if (choices) {
      input.dataset.choices = choices;
    }
    if (several) {
      input.dataset.several = several;
    }
    const clock = clockOf && components.find(component => component.key === clockOf);
    if (clock) {
      input.dataset.clockOf = inputOf(clock)?.id || '';
    }
  }
  lookAround();
};

new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(mark))
  .observe(document.body, { childList: true, subtree: true });
