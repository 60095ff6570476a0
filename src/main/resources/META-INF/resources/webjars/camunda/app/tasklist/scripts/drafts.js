// What somebody types into a form is kept on the server while they type, for them alone, and is in the form again when they
// come back. Tasklist itself would keep what its button saves in the browser, in clear, for whoever uses the machine next.
import { asked } from './lists.js';

const API = '/camunda/api/engine/engine/default';
const OURS = 'camunda-form:';
const PAUSE = 700;
const AGAIN = 15000;

const token = () => (document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/) || [])[1] || '';

/** What the page is at: the process that is being started, or the task that is open. */
const opened = () => {
  const query = asked();
  return { started: query.get('processStart'), task: query.get('task') };
};

/** Where the form that is shown is kept. */
const place = () => {
  const { started, task } = opened();
  if (started && document.querySelector('.modal .fjs-container')) {
    return `${API}/process-definition/key/${encodeURIComponent(started)}/draft`;
  }
  return task && `${API}/task/${encodeURIComponent(task)}/draft`;
};

/** The form knows each field's key, kind and value; what the page shows of it are only their texts. */
export const formIn = (node, depth = 0) => {
  if (!node || depth > 6) {
    return null;
  }
  const context = node.props && node.props.value;
  if (context && typeof context.getService === 'function') {
    return context.getService('form', false);
  }
  for (const child of node.__k || []) {
    const found = formIn(child, depth + 1);
    if (found) {
      return found;
    }
  }
  return null;
};

const keep = (address, typed) => fetch(address, {
  method: 'POST',
  keepalive: true,
  headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
  body: JSON.stringify({
    variables: Object.fromEntries(Object.entries(typed)
      .filter(([, value]) => value === null || typeof value !== 'object')
      .map(([field, value]) => [field, { value }]))
  })
});

const shownForm = () => {
  const container = document.querySelector('.modal .fjs-container') || document.querySelector('.fjs-container');
  return container && formIn(container.__k);
};

export const componentsOf = node => (node.components || []).flatMap(component => [component, ...componentsOf(component)]);

const textField = (form, element) => componentsOf(form._getState().schema).find(component =>
  ['textfield', 'textarea'].includes(component.type) && element.id.endsWith('-' + component.id));

/**
 * A form takes a text in a moment after it was typed. Whoever types on meanwhile, here or in the next field, would see letters
 * taken back as the form draws itself with what it had: so it has them at once.
 */
document.addEventListener('input', event => {
  const form = shownForm();
  const field = form && textField(form, event.target);
  const fieldInstance = field && form.get('formFieldInstanceRegistry').getAll().find(({ id }) => id === field.id);
  if (fieldInstance) {
    form._update({ fieldInstance, value: event.target.value });
  }
}, true);

let waiting = null;
let last = null;

const remember = () => {
  const form = shownForm();
  const address = form && place();
  if (address) {
    last = { form, address, at: Date.now(), of: JSON.stringify(opened()), typed: { ...form._getSubmitData() } };
  }
};

const keepNow = () => {
  clearTimeout(waiting);
  if (waiting !== null) {
    waiting = null;
    remember();
    if (last) {
      keep(last.address, last.typed);
    }
  }
};

const changed = event => {
  if (event.target instanceof Element && event.target.closest('.fjs-container')) {
    clearTimeout(waiting);
    waiting = setTimeout(keepNow, PAUSE);
    setTimeout(remember);
  }
};

for (const kind of ['input', 'change', 'mousedown', 'keyup']) {
  document.addEventListener(kind, changed, true);
}
// Before Complete is pressed, and before the page goes.
document.addEventListener('click', event => {
  if (!(event.target instanceof Element && event.target.closest('.fjs-container'))) {
    keepNow();
  }
}, true);
window.addEventListener('pagehide', keepNow);

// After a refusal Tasklist draws the form once more, a moment later, with what it had before: what was typed meanwhile is put
// back.
new MutationObserver(() => {
  if (last && last.of !== JSON.stringify(opened())) {
    // Sent, or left: what comes next is another form.
    last = null;
  }
  const form = last && shownForm();
  if (form && form !== last.form && place() === last.address && Date.now() - last.at < AGAIN) {
    const { schema, initialData } = form._getState();
    if (schema && initialData) {
      last.form = form;
      form.importSchema(schema, { ...initialData, ...last.typed });
    }
  }
}).observe(document.body, { childList: true, subtree: true });

// Its button Save keeps it where everything else is kept, and nothing stays in the browser.
const { setItem, getItem } = Storage.prototype;
Storage.prototype.setItem = function (name, value) {
  if (!String(name).startsWith(OURS)) {
    return setItem.call(this, name, value);
  }
  const address = place();
  if (address) {
    keep(address, JSON.parse(value));
  }
};
Storage.prototype.getItem = function (name) {
  return String(name).startsWith(OURS) ? null : getItem.call(this, name);
};
for (const name of Object.keys(localStorage).filter(name => name.startsWith(OURS))) {
  localStorage.removeItem(name);
}
