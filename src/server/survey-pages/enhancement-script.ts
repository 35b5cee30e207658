import { leavePath } from "./leave-path.ts";

/**
 * What a script adds, in words of 2009: the way out takes the page's place in the history (also by
 * Shift ×3), and questions are read aloud where the device itself has a voice. A voice that lives on
 * somebody's server would be told the questions, so it is not used. Nothing is kept and nothing fetched.
 */
export const enhancementScript = `
(function () {
  var page = document, voices = window.speechSynthesis, shifts = 0, latest = 0, reading = null;
  function goTo(address) {
    page.documentElement.style.display = "none";
    if (voices) voices.cancel();
    window.location.replace(address);
  }
  page.addEventListener("click", function (event) {
    if (event.target.className !== "leave") return;
    event.preventDefault();
    goTo("${leavePath}");
  });
  page.addEventListener("keydown", function (event) {
    if (event.repeat) return;
    if (event.keyCode !== 16 || event.timeStamp - latest > 1500) shifts = 0;
    if (event.keyCode !== 16) return;
    latest = event.timeStamp;
    shifts += 1;
    if (shifts === 3) goTo("${leavePath}");
  });
  window.addEventListener("pagehide", function () { if (voices) voices.cancel(); });
  // A page that a browser has kept for its Back button is not shown again.
  window.addEventListener("pageshow", function (event) { if (event.persisted) goTo("/e"); });
  function each(selector, act) {
    var found = page.querySelectorAll(selector), i;
    for (i = 0; i < found.length; i += 1) act(found[i]);
  }
  each(".quick", function (told) { told.hidden = false; });
  if (!voices || !window.SpeechSynthesisUtterance) return;
  function language(tag) { return tag.split(/[-_]/)[0].toLowerCase(); }
  function voiceFor(tag) {
    var all = voices.getVoices(), i;
    for (i = 0; i < all.length; i += 1) {
      if (all[i].localService && language(all[i].lang) === language(tag)) return all[i];
    }
    return null;
  }
  function quiet() {
    if (reading) reading.firstChild.data = reading.getAttribute("data-listen");
    reading = null;
    voices.cancel();
  }
  function read(button) {
    var question = button.parentNode, words = [], parts, i, speech;
    parts = question.querySelectorAll(".ask, .option span");
    for (i = 0; i < parts.length; i += 1) words.push(parts[i].textContent);
    speech = new window.SpeechSynthesisUtterance(words.join(". "));
    speech.voice = voiceFor(question.lang);
    speech.lang = speech.voice.lang;
    speech.rate = 0.9;
    speech.onend = function () { if (reading === button) quiet(); };
    reading = button;
    button.firstChild.data = button.getAttribute("data-stop");
    voices.speak(speech);
  }
  function offer() {
    each(".listen", function (button) { button.hidden = !voiceFor(button.parentNode.lang); });
  }
  each(".listen", function (button) {
    button.addEventListener("click", function () {
      var other = reading !== button;
      quiet();
      if (other) read(button);
    });
  });
  voices.onvoiceschanged = offer;
  offer();
})();
`;
