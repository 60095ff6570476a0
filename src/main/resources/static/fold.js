// On a narrow screen the filters stand folded, so that the first flight is in sight; not where one is refused.
if (matchMedia('(max-width: 45rem)').matches) {
  for (const fold of document.querySelectorAll('details.fold:not(:has([aria-invalid]))')) {
    fold.open = false;
  }
}
