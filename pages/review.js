// Brings the slip at hand into the middle of the essay's own box, and the page no further; puts the cursor into an open form.
(() => {
  const box = document.querySelector(".st-key-walked");
  const slip = box && box.querySelector("[aria-current]");
  if (slip) {
    const place = slip.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: place - box.clientHeight / 3 });
  }
})();
