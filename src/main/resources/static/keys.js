// Single keys that lead somewhere, as the list under "?" says. Whoever switches them off there has only the button that shows
// the list (WCAG 2.1.4), on this device.
(() => {
  const list = document.getElementById('keys');
  const box = document.getElementById('find');
  const on = document.getElementById('keys-on');
  const off = () => /(?:^|; )keys=off/.test(document.cookie);
  on.checked = !off();
  on.addEventListener('change', () => {
    document.cookie = `keys=${on.checked ? 'on' : 'off'}; path=/; max-age=31536000; samesite=lax`;
  });
  document.querySelectorAll('[data-opens="keys"]').forEach(button => button.addEventListener('click', () => list.showModal()));
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat || off()) {
      return;
    }
    const link = list.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === '?') {
      list.open ? list.close() : list.showModal();
    } else if (event.key === '/') {
      list.close();
      box.focus();
    } else if (link) {
      location.href = link.href;
    } else {
      return;
    }
    event.preventDefault();
  });
})();
