// The what-if page: figures in, shares out, one request for each change. Amounts are texts from the server and are never added
// up here; what has changed since the start is their difference, in whole cents.
const main = document.querySelector('main.what-if');
const words = main.dataset;
const at = (id) => document.getElementById(id);
const keys = [...at('keys').options].map((option) => ({ name: option.value, label: option.text, comparison: option.dataset.comparison === 'true' }));
const kinds = [...at('parties').tHead.querySelectorAll('[data-seats]')].map((heading) => heading.dataset.seats);
const ENTERED = 'ENTERED';
/** What is shown until somebody asks for all: what was entered, and the three that flights are mostly shared by. */
const FEW = [ENTERED, 'LEG_SHARE_BY_SEATS', 'PER_SEAT', 'EQUAL'];
/** Keys by the way that is flown. */
const BY_WAY = /^(LEG_SHARE_|ROUTE_SHAPLEY|SEAT_KILOMETRE)/;

let state = opened(JSON.parse(words.input));
let start = null;
let chosen = ENTERED;
let isWhole = false;
let answers = new Map();
let alone = {};
let explanation = null;
let marginal = null;
let running = new AbortController();
let waiting = 0;

/** Floors or caps by party, as texts. On record every limit has both: a floor of nothing is none, and so is a cap of all that can be written. */
function limitsOf(item, which) {
  const none = which === 'floor' ? /^0(\.0+)?$/ : /^9223372036854775/;
  return Object.fromEntries(Object.entries(item.limits ?? {})
    .filter(([, limit]) => limit[which] !== undefined && !none.test(limit[which]))
    .map(([code, limit]) => [code, limit[which]]));
}

/** The input as this page holds it: everything it does not show is kept as it came. */
function opened(input) {
  const codes = input.participants.map((one) => one.party);
  return {
    parties: input.participants.map((one) => ({
      code: one.party, seats: Object.fromEntries(kinds.map((kind) => [kind, String(one.committed[kind] ?? 0)])),
      quote: input.quotes?.find((quote) => quote.parties.length === 1 && quote.parties[0] === one.party)?.cost ?? '',
    })),
    groups: (input.quotes ?? []).filter((quote) => quote.parties.length > 1)
      .map((quote) => ({ parties: new Set(quote.parties), cost: quote.cost })),
    yardstick: input.yardstick ?? 'LEGS',
    stops: (input.route?.stops ?? [{ airport: '' }]).map((stop) => ({ airport: stop.airport, neededBy: stop.neededBy ?? [] })),
    legs: (input.route?.legs ?? []).map((leg) => ({ km: String(leg.km), aboard: new Set(leg.aboard) })),
    shortcuts: input.route?.shortcuts ?? [],
    items: input.items.map((item) => ({
      id: item.id, description: item.description, amount: item.amount, payer: item.payer, key: item.key, category: item.category,
      sharers: new Set(item.sharers.filter((code) => codes.includes(code))),
      weights: Object.fromEntries(Object.entries(item.customWeights ?? {}).map(([code, weight]) => [code, String(weight)])),
      floors: limitsOf(item, 'floor'), caps: limitsOf(item, 'cap'), isOpen: item.key === 'CUSTOM' || Object.keys(item.limits ?? {}).length > 0,
    })),
  };
}

const whole = (text) => (/^\s*-?\d{1,15}\s*$/.test(text) ? Number(text) : text);
/** What was typed of a party's floor and cap; an empty field is none. */
const limit = (item, code) => Object.fromEntries([['floor', item.floors[code]], ['cap', item.caps[code]]]
  .filter(([, amount]) => (amount ?? '').trim() !== ''));

/** What is sent: with the items' own keys; the server tries every other. */
function input() {
  const sent = {
    currency: 'EUR',
    participants: state.parties.map((party) => ({
      party: party.code, committed: Object.fromEntries(kinds.map((kind) => [kind, whole(party.seats[kind])])),
    })),
    items: state.items.map((item) => {
      const one = { id: item.id, description: item.description, amount: item.amount, payer: item.payer, sharers: [...item.sharers], key: item.key };
      if (item.category) one.category = item.category;
      if (one.key === 'CUSTOM') one.customWeights = Object.fromEntries([...item.sharers].map((code) => [code, whole(item.weights[code] ?? '1')]));
      const limits = [...item.sharers].map((code) => [code, limit(item, code)]).filter(([, both]) => Object.keys(both).length > 0);
      if (limits.length > 0) one.limits = Object.fromEntries(limits);
      return one;
    }),
    quotes: [...state.parties.map((party) => ({ parties: [party.code], cost: party.quote })),
      ...state.groups.map((group) => ({ parties: [...group.parties].sort(), cost: group.cost }))]
      .filter((quote) => quote.cost.trim() !== '' && quote.parties.length > 0),
    yardstick: state.yardstick,
  };
  if (state.legs.length > 0) {
    sent.route = {
      stops: state.stops.map((stop) => ({ airport: stop.airport.trim().toUpperCase() || '–', neededBy: stop.neededBy })),
      legs: state.legs.map((leg) => ({ km: whole(leg.km), aboard: [...leg.aboard] })),
      shortcuts: state.shortcuts,
    };
  }
  return sent;
}

async function ask(path, body, signal) {
  const response = await fetch('/api/cost-sharing/' + path, {
    method: 'POST', signal,
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]')?.content ?? '', 'Accept-Language': words.lang },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({ detail: words.failed }));
  return response.ok ? answer : { refusal: answer.detail ?? words.failed };
}

function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(compute, 200);
}

async function compute() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  at('bars').classList.add('stale');
  at('table').classList.add('stale');
  try {
    const all = await ask('keys?explain=' + chosen, input(), signal);
    const common = all.refusal ?? (all.explanation ? null : all.keys[0].refusal.detail);
    at('refusal').hidden = !common;
    at('refusal').textContent = common ?? '';
    if (common) {
      return;
    }
    answers = new Map(all.keys.map((one) => [one.key, { total: all.total, totals: one.totals, refusal: one.refusal?.detail }]));
    ({ alone, explanation, marginal, explained: chosen } = all);
    start ??= new Map([...answers].filter(([, answer]) => !answer.refusal));
    draw();
    drawChanges();
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      at('refusal').hidden = false;
      at('refusal').textContent = words.failed;
    }
  }
}

// ---- What came out

const grouped = (amount) => {
  const [units, cents] = amount.replace('-', '').split('.');
  const french = words.lang === 'fr';
  const text = units.replace(/\B(?=(\d{3})+$)/g, french ? '\u202f' : ',') + (cents ? (french ? ',' : '.') + cents : '');
  return (amount.startsWith('-') ? '−' : '') + text;
};
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const pair = (label, value) => words.pair.replace('{0}', label).replace('{1}', value);
const labelOf = (name) => (name === ENTERED ? words.entered : keys.find((key) => key.name === name).label);
const regions = new Intl.DisplayNames([words.lang], { type: 'region', fallback: 'none' });
const nameOf = (code) => (code === 'FX' ? 'Frontex' : regions.of(code) ?? code);
const minor = (amount) => BigInt(amount.replace('.', ''));

const isFolded = (name) => !isWhole && name !== chosen && !FEW.includes(name);

function draw() {
  const possible = [...answers].filter(([, answer]) => !answer.refusal);
  const codes = state.parties.map((party) => party.code).sort();
  const isAbove = (answer, code) => alone[code] !== undefined && minor(answer.totals[code]) > minor(alone[code]);
  drawBars(possible, alone, codes, isAbove);

  const number = (text, above) => make('td', { className: above ? 'number above' : 'number', title: above ? words.above : '' }, text);
  at('table').tHead.replaceChildren(make('tr', {},
    make('th', { scope: 'col' }, words.key),
    ...codes.map((code) => make('th', { scope: 'col', className: 'number', title: nameOf(code) }, code)),
    make('th', { scope: 'col', className: 'number' }, words.total)));
  const rows = [];
  const isComparison = (name) => keys.some((key) => key.name === name && key.comparison);
  const wide = (text, className) => make('td', { colSpan: codes.length + 1, className }, text);
  let compared = false;
  if (Object.keys(alone).length > 0) {
    rows.push(make('tr', {}, make('th', { scope: 'row' }, words.alone), ...codes.map((code) => number(grouped(alone[code]))), make('td')));
  }
  for (const [name, answer] of [...answers].sort(([one], [other]) => isComparison(one) - isComparison(other))) {
    if (isComparison(name) && !compared) {
      compared = true;
      rows.push(make('tr', { className: 'heading', hidden: !isWhole && !isComparison(chosen) }, make('th', { scope: 'rowgroup', colSpan: codes.length + 2 }, words.comparison)));
    }
    const button = make('button', { type: 'button', onclick: () => choose(name), disabled: !!answer.refusal }, labelOf(name));
    const row = make('tr', { className: name === chosen ? 'chosen' : '', hidden: isFolded(name) }, make('th', { scope: 'row' }, button));
    button.setAttribute('aria-pressed', name === chosen);
    if (answer.refusal) {
      row.append(wide(words.impossible.replace('@', answer.refusal), 'why'));
    } else {
      row.append(...codes.map((code) => number(grouped(answer.totals[code]), isAbove(answer, code))), number(grouped(answer.total)));
    }
    rows.push(row);
  }
  rows.push(make('tr', { className: 'marginal', hidden: !isWhole }, make('th', { scope: 'row' }, words.marginal),
    ...(marginal.refusal ? [wide(words.impossible.replace('@', marginal.refusal.detail), 'why')]
      : [...codes.map((code) => number(grouped(marginal.totals[code]))), number(grouped(marginal.sum))])));
  if (marginal.words) {
    rows.push(make('tr', { hidden: !isWhole }, make('td'), wide(marginal.words, 'why')));
  }
  at('table').tBodies[0].replaceChildren(...rows);
  at('table').classList.remove('stale');
  drawWords();
}

/** Bars stay in the page while figures change, so that they move. */
function drawBars(possible, alone, codes, isAbove) {
  const most = possible.flatMap(([, answer]) => Object.values(answer.totals)).concat(Object.values(alone)).map(Number);
  const scale = Math.max(...most, 1);
  const part = (amount) => `${Math.max(0, Math.min(100, (Number(amount) / scale) * 100))}%`;
  const box = at('bars');
  box.classList.remove('stale');
  for (const old of [...box.children]) {
    if (!codes.includes(old.dataset.code)) old.remove();
  }
  for (const code of codes) {
    let party = box.querySelector(`[data-code="${code}"]`);
    if (!party) {
      party = make('div', { className: 'party' }, make('h3', {}, `${nameOf(code)} `, make('span', { className: 'alone' })));
      party.dataset.code = code;
      for (const name of [ENTERED, ...keys.map((key) => key.name)]) {
        const bar = make('div', { className: 'bar', onclick: () => choose(name) },
          make('span', { className: 'what', title: labelOf(name) }, labelOf(name)),
          make('span', { className: 'track' }, make('div', { className: 'fill' }), make('div', { className: 'mark' })),
          make('span', { className: 'sum' }));
        bar.dataset.key = name;
        party.append(bar);
      }
      box.append(party);
    }
    box.append(party);
    party.querySelector('.alone').textContent = alone[code] === undefined ? '' : pair(words.alone, grouped(alone[code]));
    for (const bar of party.querySelectorAll('.bar')) {
      const answer = answers.get(bar.dataset.key);
      // A dozen bars are many; what is there for comparison has one while it is looked at.
      const away = !!answer.refusal || isFolded(bar.dataset.key) || (bar.dataset.key !== chosen && keys.some((key) => key.comparison && key.name === bar.dataset.key));
      bar.hidden = away;
      bar.style.display = away ? 'none' : '';
      if (away) continue;
      bar.classList.toggle('chosen', bar.dataset.key === chosen);
      bar.classList.toggle('above', isAbove(answer, code));
      bar.querySelector('.fill').style.width = part(answer.totals[code]);
      bar.querySelector('.mark').style.left = alone[code] === undefined ? '0' : part(alone[code]);
      bar.querySelector('.mark').hidden = alone[code] === undefined;
      bar.querySelector('.sum').textContent = grouped(answer.totals[code]);
    }
  }
}

function drawWords() {
  const verdicts = { KEPT: [words.kept, 'good'], BROKEN: [words.broken, 'bad'], NOT_CHECKED: [words.unchecked, 'quiet'] };
  at('chosen').textContent = labelOf(chosen);
  at('promises').replaceChildren(...explanation.guarantees.map((one) => {
    const [verdict, colour] = verdicts[one.verdict];
    return make('li', {}, make('span', { className: `verdict ${colour}` }, verdict), ` – ${one.words}`);
  }));
  at('binding').hidden = explanation.limits.length === 0;
  at('binding').querySelector('ul').replaceChildren(...explanation.limits.map((one) => make('li', {}, one.words)));
  at('reasons').replaceChildren(...explanation.shares.map((share) => make('li', {}, share.reason)));
}

const plain = (minorUnits) => {
  const digits = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(3, '0');
  return (minorUnits < 0n ? '-' : '') + digits.replace(/(\d\d)$/, '.$1');
};

function drawChanges() {
  const before = start.get(chosen)?.totals;
  const now = answers.get(chosen).totals;
  at('changes').hidden = !before || JSON.stringify(before) === JSON.stringify(now);
  if (at('changes').hidden) return;
  const cell = (text) => make('td', { className: 'number' }, text === undefined ? '–' : grouped(text));
  const codes = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  at('changes').querySelector('tbody').replaceChildren(...codes.map((code) => {
    const difference = minor(now[code] ?? '0.00') - minor(before[code] ?? '0.00');
    return make('tr', {}, make('th', { scope: 'row' }, nameOf(code)), cell(before[code]), cell(now[code]),
      make('td', { className: 'number' }, (difference > 0n ? '+' : '') + grouped(plain(difference))));
  }));
}

function choose(name) {
  if (answers.get(name).refusal) return;
  chosen = name;
  compute();
}

// ---- What goes in

const field = (label, className, value, onchange, more = {}) => {
  const box = make('input', { className, value, ...more });
  box.setAttribute('aria-label', label);
  box.addEventListener('input', () => { onchange(box.value); changed(); });
  return make('td', {}, box);
};
const tick = (label, set, code, after = () => {}) => {
  const box = make('input', { type: 'checkbox', checked: set.has(code) });
  box.setAttribute('aria-label', pair(label, nameOf(code)));
  box.addEventListener('change', () => { box.checked ? set.add(code) : set.delete(code); after(); changed(); });
  return make('td', { className: 'tick' }, box);
};
const choice = (label, value, options, onchange) => {
  const named = (those) => those.map(([name, text]) => make('option', { value: name, selected: name === value }, text));
  const compared = options.filter(([, , comparison]) => comparison);
  const box = make('select', {}, ...named(options.filter((option) => !compared.includes(option))));
  if (compared.length > 0) box.append(make('optgroup', { label: words.comparison }, ...named(compared)));
  box.setAttribute('aria-label', label);
  box.addEventListener('change', () => { onchange(box.value); changed(); });
  return make('td', {}, box);
};
const remove = (what, act) => {
  const button = make('button', { type: 'button', onclick: () => { act(); form(); changed(); } }, words.remove);
  button.setAttribute('aria-label', pair(words.remove, what));
  return make('td', {}, button);
};
const head = (table, fixed, codes) => {
  const row = table.tHead.rows[0];
  while (row.cells.length > fixed) row.lastElementChild.remove();
  row.append(...codes.map((code) => make('th', { scope: 'col', className: 'code', title: nameOf(code) }, code)), make('td'));
};

/** Whose scenario it is not reads the figures: a copy of their own is theirs to change. */
const isReadOnly = document.querySelector('.figures[data-read-only]') !== null;

function form() {
  drawForm();
  if (isReadOnly) document.querySelectorAll('.figures :is(input, select, button)').forEach((control) => { control.disabled = true; });
}

function drawForm() {
  const codes = state.parties.map((party) => party.code);
  const titles = (id) => [...at(id).tHead.rows[0].cells].map((cell) => cell.textContent);

  const headings = titles('parties').slice(1);
  const quote = headings[kinds.length];
  at('parties').tBodies[0].replaceChildren(...state.parties.map((party) => {
    const counted = { type: 'number', min: 0, max: 500, step: 1 };
    return make('tr', {}, make('th', { scope: 'row' }, `${nameOf(party.code)} (${party.code})`),
      ...kinds.map((kind, i) => field(pair(headings[i], party.code), 'seats', party.seats[kind], (value) => { party.seats[kind] = value; }, counted)),
      field(pair(quote, party.code), 'money', party.quote, (value) => { party.quote = value; measure(); }, { inputMode: 'decimal' }),
      remove(party.code, () => without(party.code)));
  }));

  head(at('quotes'), 2, codes);
  const [, groupAmount] = titles('quotes');
  at('quotes').hidden = state.groups.length === 0;
  const flying = concerned().length;
  at('all-quotes').hidden = flying < 3 || flying > 5;
  at('yardstick').value = state.yardstick;
  at('quotes').tBodies[0].replaceChildren(...state.groups.map((group, i) => {
    const name = `${words.group} ${i + 1}`;
    return make('tr', {}, make('th', { scope: 'row' }, String(i + 1)),
      field(pair(groupAmount, name), 'money', group.cost, (value) => { group.cost = value; }, { inputMode: 'decimal' }),
      ...codes.map((code) => tick(name, group.parties, code)),
      remove(name, () => state.groups.splice(i, 1)));
  }));

  head(at('legs'), 3, codes);
  const [from, to, km] = titles('legs');
  at('legs').tBodies[0].replaceChildren(...state.legs.map((leg, i) => {
    const name = `${state.stops[i].airport}–${state.stops[i + 1].airport}`;
    // Where a stop or a leg is another one, the distances past it are no longer known.
    const moved = () => { state.shortcuts = []; };
    const first = i === 0
      ? field(from, 'airport', state.stops[0].airport, (value) => { state.stops[0].airport = value; moved(); })
      : make('td', {}, state.stops[i].airport);
    return make('tr', {}, first,
      field(`${to} (${i + 1})`, 'airport', state.stops[i + 1].airport, (value) => {
        state.stops[i + 1].airport = value;
        moved();
        const next = at('legs').tBodies[0].rows[i + 1];
        if (next) next.cells[0].textContent = value;
      }),
      field(pair(km, name), 'count', leg.km, (value) => { leg.km = value; moved(); }, { type: 'number', min: 1, max: 25000, step: 1 }),
      ...codes.map((code) => tick(name, leg.aboard, code)),
      remove(name, () => { state.legs.splice(i, 1); state.stops.splice(i + 1, 1); state.shortcuts = []; }));
  }));

  head(at('items'), 4, codes);
  const [item, amount, payer, key] = titles('items');
  at('items').tBodies[0].replaceChildren(...state.items.map((one, i) => make('tr', {},
    field(`${item} ${i + 1}`, 'name', one.description, (value) => { one.description = value; drawTerms(); }),
    field(pair(amount, one.description), 'money', one.amount, (value) => { one.amount = value; }, { inputMode: 'decimal' }),
    choice(pair(payer, one.description), one.payer, codes.map((code) => [code, code]), (value) => { one.payer = value; }),
    choice(pair(key, one.description), one.key, [...keys.map(({ name, label, comparison }) => [name, label, comparison]), ['CUSTOM', words.custom]],
      (value) => { one.key = value; one.isOpen ||= value === 'CUSTOM'; drawTerms(); }),
    ...codes.map((code) => tick(one.description, one.sharers, code, drawTerms)),
    remove(one.description, () => state.items.splice(i, 1)))));
  drawTerms();
}

/** Of each cost that several share: what each of them counts for, pays at least and pays at most. */
function drawTerms() {
  const shared = state.items.filter((item) => item.sharers.size > 1 || item.key === 'CUSTOM' || item.isOpen);
  at('terms-of-items').hidden = shared.length === 0;
  at('terms').replaceChildren(...shared.map((item) => {
    const isWeighed = item.key === 'CUSTOM';
    const columns = [...(isWeighed ? [[words.weight, 'weights']] : []), [words.floor, 'floors'], [words.cap, 'caps']];
    const box = ([label, which], code) => field(pair(pair(label, item.description), code), which === 'weights' ? 'count' : 'money',
      item[which][code] ?? (which === 'weights' ? '1' : ''), (value) => { item[which][code] = value; },
      which === 'weights' ? { type: 'number', min: 1, step: 1 } : { inputMode: 'decimal' });
    const table = make('table', {},
      make('thead', {}, make('tr', {}, ...[words.party, ...columns.map(([label]) => label)].map((text) => make('th', { scope: 'col' }, text)))),
      make('tbody', {}, ...state.parties.filter((party) => item.sharers.has(party.code)).map(({ code }) => make('tr', {},
        make('th', { scope: 'row' }, `${nameOf(code)} (${code})`), ...columns.map((column) => box(column, code))))));
    const title = words.terms.replace('{0}', item.description);
    table.setAttribute('aria-label', title);
    const scroll = make('div', { className: 'scroll' }, table);
    if (isReadOnly) {
      scroll.tabIndex = 0;
      scroll.setAttribute('role', 'group');
      scroll.setAttribute('aria-label', title);
    }
    const details = make('details', { open: item.isOpen }, make('summary', {}, title), scroll);
    details.addEventListener('toggle', () => { item.isOpen = details.open; });
    return details;
  }));
}

/** Who has seats or bears something. Who only pays a supplier flies in no group, and nobody quotes it a flight of its own. */
function concerned() {
  return state.parties.filter((party) => Object.values(party.seats).some((seats) => seats.trim() !== '0')
    || state.items.some((item) => item.sharers.has(party.code)));
}

/** Once each of these has a quote of its own, flying alone is measured by the quotes; without them it cannot be. */
function measure() {
  const quoted = concerned().every((party) => party.quote.trim() !== '');
  if (quoted !== state.quoted) {
    state.yardstick = quoted ? 'QUOTES' : state.yardstick === 'QUOTES' ? 'LEGS' : state.yardstick;
    state.quoted = quoted;
    at('yardstick').value = state.yardstick;
  }
}

/** Nobody lands there any more: one leg leads past it, as far as the route's distances say, or else as somebody enters. */
function dropStop(i) {
  const past = state.shortcuts.find((one) => one.from === i - 1 && one.to === i + 1);
  const legs = state.legs.slice(i - 1, i + 1);
  state.stops.splice(i, 1);
  if (state.stops[i - 1].airport === state.stops[i].airport) {
    // There is nothing left to fly between the two.
    state.stops.splice(i, 1);
    state.legs.splice(i - 1, 2);
    state.shortcuts = [];
    return;
  }
  state.legs.splice(i - 1, 2, { km: past ? String(past.km) : '', aboard: new Set(legs.flatMap((leg) => [...leg.aboard])) });
  const moved = (stop) => (stop > i ? stop - 1 : stop);
  state.shortcuts = state.shortcuts
    .filter((one) => one !== past && one.from !== i && one.to !== i)
    .map((one) => ({ from: moved(one.from), to: moved(one.to), km: one.km }));
}

const flown = () => state.legs.reduce((sum, leg) => sum + (/^\d+$/.test(leg.km) ? Number(leg.km) : NaN), 0);

/** What is shared by the way that is flown costs as much less as the way is shorter, as the guarantees count it. */
function shorten(before, code) {
  const now = flown();
  if (!(now < before)) return;
  for (const item of state.items) {
    if (item.sharers.size > 1 && BY_WAY.test(item.key) && /^\d+\.\d\d$/.test(item.amount)) {
      const cents = (2n * minor(item.amount) * BigInt(now) + BigInt(before)) / (2n * BigInt(before));
      item.amount = String(cents).padStart(3, '0').replace(/(\d\d)$/, '.$1');
    }
  }
  at('shorter').textContent = words.shorter.replace('{0}', nameOf(code)).replace('{1}', grouped(String(before - now)));
  at('shorter').hidden = false;
}

function without(code) {
  const before = flown();
  at('shorter').hidden = true;
  state.parties = state.parties.filter((party) => party.code !== code);
  for (let i = state.stops.length - 2; i > 0; i--) {
    const { neededBy } = state.stops[i];
    if (neededBy.length === 1 && neededBy[0] === code) dropStop(i);
  }
  state.stops.forEach((stop) => { stop.neededBy = stop.neededBy.filter((one) => one !== code); });
  state.legs.forEach((leg) => leg.aboard.delete(code));
  // What a group was quoted is not what the group is quoted without one of its members; nor is all there is a smaller group.
  state.groups = state.groups.filter((group) => !group.parties.has(code) && group.parties.size < state.parties.length);
  state.items.forEach((item) => {
    item.sharers.delete(code);
    if (item.payer === code) item.payer = state.parties[0]?.code ?? code;
  });
  // A leg or an item that was this party's alone goes with it.
  state.items = state.items.filter((item) => item.sharers.size > 0);
  for (let i = state.legs.length - 1; i >= 0; i--) {
    if (state.legs[i].aboard.size === 0 && state.legs.length > 1) {
      dropStop(i < state.legs.length - 1 ? i + 1 : i);
      i = Math.min(i, state.legs.length);
    }
  }
  shorten(before, code);
}

at('add-party').addEventListener('submit', (event) => {
  event.preventDefault();
  const code = at('code').value.trim().toUpperCase();
  const codes = state.parties.map((party) => party.code);
  if (!codes.includes(code)) {
    // Whoever joins shares what all share, and is aboard where all are.
    for (const set of [...state.legs.map((leg) => leg.aboard), ...state.items.map((item) => item.sharers)]) {
      if (codes.every((other) => set.has(other))) set.add(code);
    }
    state.parties.push({ code, seats: Object.fromEntries(kinds.map((kind, i) => [kind, i === 0 ? '1' : '0'])), quote: '' });
    form();
    changed();
  }
  at('code').value = '';
});
at('add-quote').addEventListener('click', () => {
  state.groups.push({ parties: new Set(), cost: '' });
  form();
});
at('all-quotes').addEventListener('click', () => {
  const codes = concerned().map((party) => party.code).sort();
  const known = new Set(state.groups.map((group) => [...group.parties].sort().join()));
  for (let set = 3; set < 2 ** codes.length - 1; set++) {
    const parties = codes.filter((_, i) => (set >> i) & 1);
    if (parties.length > 1 && !known.has(parties.join())) state.groups.push({ parties: new Set(parties), cost: '' });
  }
  form();
});
at('yardstick').addEventListener('change', () => {
  state.yardstick = at('yardstick').value;
  changed();
});
at('add-leg').addEventListener('click', () => {
  state.stops.push({ airport: '', neededBy: [] });
  state.legs.push({ km: '500', aboard: new Set(state.parties.map((party) => party.code)) });
  state.shortcuts = [];
  form();
  changed();
});
at('add-item').addEventListener('click', () => {
  const number = Math.max(0, ...state.items.map((item) => item.id)) + 1;
  state.items.push({
    id: number, description: `${words.item} ${number}`, amount: '0.00', payer: state.parties[0]?.code ?? '', key: 'LEG_SHARE_BY_SEATS',
    sharers: new Set(state.parties.map((party) => party.code)), weights: {}, floors: {}, caps: {}, isOpen: false,
  });
  form();
  changed();
});
at('start-again').addEventListener('click', () => {
  at('shorter').hidden = true;
  state = opened(JSON.parse(words.input));
  start = null;
  form();
  compute();
});
const allKeys = () => {
  at('all-keys').textContent = (isWhole ? words.few : words.all).replace('{0}', keys.length);
  at('all-keys').setAttribute('aria-expanded', isWhole);
};
at('all-keys').addEventListener('click', () => {
  isWhole = !isWhole;
  allKeys();
  if (explanation) draw();
});
at('new-start').addEventListener('click', () => {
  start = null;
  compute();
});
// What is kept is what stands on the page at that moment.
for (const keeping of document.querySelectorAll('form[data-figures]')) {
  keeping.addEventListener('submit', () => { keeping.elements.input.value = JSON.stringify(input()); });
}
// An address to hand on is a whole one.
if (at('address')) at('address').textContent = at('address').href;

allKeys();
form();
compute();
