/* Draws each .diagram: the model it names, with the elements that are active marked. */
(() => {
  'use strict';

  async function draw(box) {
    const answer = await fetch(box.dataset.model, { credentials: 'same-origin' });
    if (!answer.ok) {
      throw new Error('model answered ' + answer.status);
    }
    const viewer = new BpmnJS({ container: box });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    // Of a flight that is over nothing is active, and the attribute is not there.
    const active = (box.dataset.active || '').split(' ').filter((id) => elements.get(id));
    active.forEach((id) => canvas.addMarker(id, 'active'));
    canvas.zoom('fit-viewport', 'auto');
    // On a narrow screen the whole picture would be too small to read: go to where the flight stands.
    if (canvas.zoom() < 0.4 && active.length > 0) {
      canvas.zoom(0.7);
      canvas.scrollToElement(active[0], 60);
    }
  }

  for (const box of document.querySelectorAll('.diagram')) {
    draw(box).catch(() => {
      box.classList.add('undrawn');
      box.removeAttribute('role');
      box.textContent = box.dataset.failed;
    });
  }
})();
