// A form with its tables wants room: the pane of lists starts folded, unless whoever reads has unfolded it on this device. And
// from one task the next is one key away, "n", while single keys are in use (the list under "?" on the other pages).
const CLOSED = 'filters-column-close';

if (!/(?:^|; )lists=open/.test(document.cookie) && window.innerWidth < 1800) {
  document.body.classList.add(CLOSED);
}

document.addEventListener('click', event => {
  if (event.target.closest('.region-toggle[data-region="filters"]')) {
    // Tasklist has folded or unfolded it by the end of this turn.
    setTimeout(() => {
      const kept = document.body.classList.contains(CLOSED) ? 'closed' : 'open';
      document.cookie = `lists=${kept}; path=/; max-age=31536000; samesite=lax`;
    });
  }
});

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable], .fjs-container');
  if (event.key !== 'n' || typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat
      || /(?:^|; )keys=off/.test(document.cookie)) {
    return;
  }
  const tasks = [...document.querySelectorAll('.tasks-list li.task')];
  const at = tasks.findIndex(task => task.classList.contains('active'));
  const next = tasks[(at + 1) % tasks.length];
  if (next) {
    event.preventDefault();
    next.querySelector('.clickable').click();
    next.scrollIntoView({ block: 'nearest' });
  }
});
