// Brings the slip at hand into the upper part of the essay's own box, and the page no further.
(() => {
  const box = document.querySelector(".st-key-walked");
  const slip = box && box.querySelector("[aria-current]");
  if (slip) {
    const place = slip.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: place - box.clientHeight / 3 });
  }
})();
// A key that is held down counts once, or it would decide about slip after slip. Typing in a field is left alone.
if (!window.marginaliaHeldKeys) {
  window.marginaliaHeldKeys = true;
  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.repeat && !typing && /^[a-z0-9]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);
}
