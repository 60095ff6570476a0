// Where a field asks for a state, an airport or a currency, what may be meant by what is typed is shown below it, found by name
// or code, and what the codes in it mean is said beside them. The field itself stays a text with codes in it: whoever knows them
// types them. A field for a day and an hour is the browser's own.
//
// A field says so itself: data-choices (a kind that the server knows, or "time"), data-several, and data-clock-of, the id of the
// field with the airport whose clocks count.
const PAUSE = 120;
const CHECK = 400;
const SPACE = 260;
const BETWEEN = /[\s,;–-]+/;
/** A browser may write a day as another country does, and noon as 12 PM: beside it stands which day and hour it means. */
const french = ((document.cookie.match(/(?:^|; )language=(en|fr)/) || [])[1] || navigator.language).startsWith('fr');
const inWords = new Intl.DateTimeFormat(french ? 'fr' : 'en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

const popup = document.createElement('div');
popup.className = 'chooser';
popup.hidden = true;
const options = document.createElement('div');
options.id = 'chooser-options';
options.setAttribute('role', 'listbox');
const more = document.createElement('p');
more.setAttribute('aria-hidden', 'true');
popup.append(options, more);
const told = document.createElement('div');
told.className = 'chooser-told';
told.setAttribute('role', 'status');

/** The fields that are looked after: what is said beside each, of which text. */
const fields = new Map();
let open = null;
let waiting = null;
let asking = new AbortController();

const ask = (kind, question, signal) =>
  fetch(`/choices/${kind}?${new URLSearchParams(question)}`, { headers: { Accept: 'application/json' }, signal })
    .then(answer => answer.ok && !answer.redirected ? answer.json() : { choices: [], said: '' })
    .catch(() => null);

/** As if somebody had typed it. */
const write = (input, text) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
};

/** The part of the text that is being typed: all of it, or what stands between two commas. */
const part = input => {
  const text = input.value;
  if (!input.dataset.several) {
    return { from: 0, to: text.length, text: text.trim() };
  }
  const caret = input.selectionStart ?? text.length;
  const from = Math.max(text.lastIndexOf(',', caret - 1), text.lastIndexOf(';', caret - 1)) + 1;
  const rest = text.slice(caret).search(/[,;]/);
  const to = rest < 0 ? text.length : caret + rest;
  return { from, to, text: text.slice(from, to).trim() };
};

const close = () => {
  clearTimeout(waiting);
  asking.abort();
  if (open) {
    open.input.setAttribute('aria-expanded', 'false');
    open.input.removeAttribute('aria-controls');
    open.input.removeAttribute('aria-activedescendant');
  }
  open = null;
  popup.hidden = true;
};

const place = () => {
  const box = open.input.getBoundingClientRect();
  const above = window.innerHeight - box.bottom < SPACE && box.top > window.innerHeight - box.bottom;
  popup.style.top = above ? 'auto' : `${box.bottom}px`;
  popup.style.bottom = above ? `${window.innerHeight - box.top}px` : 'auto';
  popup.style.minWidth = `${box.width}px`;
  popup.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - popup.offsetWidth - 8))}px`;
};

const point = at => {
  open.at = at;
  [...options.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
  const chosen = options.children[at];
  if (chosen) {
    open.input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  } else {
    open.input.removeAttribute('aria-activedescendant');
  }
};

const show = (input, { choices, said }) => {
  const { from, to, text } = part(input);
  const others = input.dataset.several
    ? `${input.value.slice(0, from)},${input.value.slice(to)}`.toUpperCase().split(BETWEEN) : [];
  const left = choices.filter(({ code }) => !others.includes(code));
  told.textContent = said;
  if (left.length === 0) {
    close();
    return;
  }
  options.replaceChildren(...left.map(({ code, name }, index) => {
    const option = document.createElement('div');
    option.id = `chooser-option-${index}`;
    option.setAttribute('role', 'option');
    const known = document.createElement('b');
    known.textContent = code;
    option.append(known, ` ${name}`);
    return option;
  }));
  options.setAttribute('aria-label', input.labels?.[0]?.textContent.replace('*', '').trim() || input.id);
  more.textContent = choices.length > 9 ? said : '';
  open = { input, choices: left, at: -1 };
  input.setAttribute('aria-expanded', 'true');
  input.setAttribute('aria-controls', options.id);
  popup.hidden = false;
  place();
  options.scrollTop = 0;
  // What was begun is finished by Enter; nothing is chosen for whoever has typed nothing.
  point(text ? 0 : -1);
};

const suggest = (input, text) => {
  clearTimeout(waiting);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const host = input.closest('.modal, main') || document.body;
  if (popup.parentElement !== host) {
    host.append(popup, told);
  }
  waiting = setTimeout(async () => {
    const answer = await ask(input.dataset.choices, { q: text }, signal);
    if (answer && !signal.aborted && document.activeElement === input) {
      show(input, answer);
    }
  }, PAUSE);
};

const choose = at => {
  const { input, choices } = open;
  const { from, to } = part(input);
  const before = input.value.slice(0, from);
  const after = input.value.slice(to);
  // In a list the next one may follow at once; what is left over of it goes when the field is left.
  const text = `${before}${before ? ' ' : ''}${choices[at].code}${input.dataset.several && !after ? ', ' : ''}`;
  close();
  write(input, text + after);
  input.setSelectionRange(text.length, text.length);
  explain(input);
};

const tidy = input => {
  if (input.dataset.several && /[,;]\s*$/.test(input.value)) {
    write(input, input.value.replace(/[\s,;]+$/, ''));
  }
};

/** What the codes in a field mean, and for the hours below it whose clocks count. */
const explain = async input => {
  const field = fields.get(input);
  const text = input.value;
  field.text = text;
  const codes = text.split(BETWEEN).filter(code => /^\p{L}{2,3}$/u.test(code));
  const answer = codes.length > 0 ? await ask(input.dataset.choices, { codes: codes.join(',').slice(0, 190) }) : null;
  const choices = answer ? answer.choices : [];
  // What is no code is said to be unknown at once, and not only when the form is refused.
  const found = choices.length === 0 && text.trim() && !input.dataset.several
    ? await ask(input.dataset.choices, { q: text.trim().slice(0, 60) }) : null;
  if (field.text !== text) {
    return;
  }
  field.words.textContent =
    found && found.choices.length === 0 ? found.said : choices.map(({ said }) => said).join(' · ');
  for (const [other, hours] of fields) {
    if (other.dataset.clockOf === input.id) {
      hours.clock = choices.length > 0 ? choices[0].clock : '';
    }
  }
  look();
};

const sayHour = (input, field) => {
  const moment = input.value && new Date(`${input.value}Z`);
  const said = [moment && !isNaN(moment) ? inWords.format(moment) : '', field.clock].filter(Boolean).join(' · ');
  if (field.words.textContent !== said) {
    field.words.textContent = said;
  }
};

/** Who proposes for one party alone is not asked for which. */
const fillIn = async input => {
  const answer = await ask(input.dataset.choices, {});
  if (answer && answer.choices.length === 1) {
    input.dataset.only = answer.choices[0].code;
    ['role', 'aria-autocomplete', 'aria-expanded'].forEach(name => input.removeAttribute(name));
    look();
  }
};

const look = () => {
  for (const [input, field] of fields) {
    if (!input.isConnected) {
      fields.delete(input);
      continue;
    }
    const { only } = input.dataset;
    if (only && input.value !== only) {
      write(input, only);
    }
    if (only) {
      input.readOnly = true;
    }
    if (input.dataset.choices === 'time') {
      sayHour(input, field);
    } else if (input !== document.activeElement && input.value !== field.text) {
      explain(input);
    }
  }
};

const lookAfter = input => {
  const words = document.createElement('span');
  words.className = 'chooser-words hint';
  words.id = `${input.id}-words`;
  const around = input.closest('.fjs-form-field');
  if (around) {
    around.append(words);
  } else {
    input.after(words);
  }
  input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') || ''} ${words.id}`.trim());
  fields.set(input, { words, text: null });
  if (input.dataset.choices === 'time') {
    input.type = 'datetime-local';
    // A year has four digits: after them the next part is typed.
    input.max = '9999-12-31T23:59';
    return;
  }
  input.removeAttribute('list');
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  if (input.dataset.choices === 'own') {
    fillIn(input);
  }
};

/** Looks after what the page shows by now. */
export const lookAround = () => {
  document.querySelectorAll('input[data-choices]').forEach(input => {
    if (!fields.has(input)) {
      lookAfter(input);
    }
  });
  look();
};

const mine = target => target instanceof HTMLInputElement && fields.has(target) && target.dataset.choices !== 'time'
  && !target.readOnly;

document.addEventListener('input', event => {
  if (event.isTrusted && mine(event.target)) {
    const { text } = part(event.target);
    if (text) {
      suggest(event.target, text);
    } else {
      close();
    }
  }
}, true);

document.addEventListener('keydown', event => {
  const { key, target } = event;
  if (!mine(target) || event.isComposing) {
    return;
  }
  const here = open && open.input === target;
  const last = here ? open.choices.length - 1 : 0;
  if ((key === 'ArrowDown' || key === 'ArrowUp') && !here) {
    const { text } = part(target);
    // Beside a code that is whole already, everything that could stand there instead.
    suggest(target, /^[A-Z]{2,3}$/.test(text) ? '' : text);
  } else if (key === 'ArrowDown' && here) {
    point(open.at >= last ? 0 : open.at + 1);
  } else if (key === 'ArrowUp' && here) {
    point(open.at <= 0 ? last : open.at - 1);
  } else if (key === 'Enter' && here && open.at >= 0) {
    choose(open.at);
  } else if (key === 'Escape' && here) {
    close();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener('click', event => {
  if (mine(event.target) && !open && part(event.target).text === '') {
    suggest(event.target, '');
  }
});
document.addEventListener('focusout', event => {
  if (event.isTrusted && mine(event.target)) {
    // Where what was typed can mean one thing only, going on means that.
    if (open && open.input === event.target && open.choices.length === 1 && open.at === 0) {
      choose(0);
    }
    close();
    tidy(event.target);
  }
}, true);
document.addEventListener('submit', event => {
  [...fields.keys()].filter(input => input.form === event.target).forEach(tidy);
}, true);
popup.addEventListener('mousedown', event => event.preventDefault());
popup.addEventListener('click', event => {
  const at = [...options.children].indexOf(event.target.closest('[role="option"]'));
  if (open && at >= 0) {
    choose(at);
  }
});
for (const kind of ['scroll', 'resize']) {
  window.addEventListener(kind, () => {
    if (open) {
      place();
    }
  }, true);
}

lookAround();
setInterval(look, CHECK);
