// Search in SECTIONS (search.js: [address, page, heading, words] of each section) and the menu of narrow windows.
"use strict";
{
  const input = document.getElementById("search"), list = document.getElementById("found");
  const menu = document.getElementById("menu"), nav = document.getElementById("contents");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const sections = SECTIONS.map(([address, page, heading, words]) =>
    ({ address, page, heading, words, name: folded(page + " " + heading), text: folded(words) }));

  // Every word has to occur; one in a heading counts more than any number in the text.
  const score = (section, words) => words.reduce((sum, word) => {
    const here = section.text.split(word).length - 1;
    const one = (section.name.includes(word) ? 20 : 0) + Math.min(here, 5);
    return sum && one ? sum + one : 0;
  }, 1);

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  // The words around the first one that is found, with it marked.
  const excerpt = (section, word) => {
    const line = element("span", ""), at = section.text.indexOf(word);
    const same = section.text.length === section.words.length;  // Folding kept every place.
    if (at < 0 || !same) return Object.assign(line, { textContent: section.words.slice(0, 110) });
    const from = Math.max(0, at - 45), end = at + word.length;
    line.append((from ? "…" : "") + section.words.slice(from, at), element("mark", section.words.slice(at, end)),
                section.words.slice(end, end + 65) + "…");
    return line;
  };

  const show = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : sections.map((section) => [score(section, words), section])
      .filter(([points]) => points > 0).sort(([a], [b]) => b - a).slice(0, 20);
    list.replaceChildren(...found.map(([, section]) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = section.address;
      link.append(element("b", section.page === section.heading ? section.page : section.page + " › " + section.heading),
                  excerpt(section, words[0]));
      item.append(link);
      return item;
    }));
    if (words.length && !found.length) list.append(element("p", "No page has all of these words."));
    list.hidden = !words.length;
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "/" && document.activeElement !== input) { input.focus(); input.select(); }
    else if (event.key === "Escape") { list.hidden = true; input.blur(); }
    else if (event.key === "ArrowDown" && !list.hidden) (links[at + 1] ?? links[0])?.focus();
    else if (event.key === "ArrowUp" && !list.hidden) (at > 0 ? links[at - 1] : input).focus();
    else if (event.key === "Enter" && document.activeElement === input && links.length) links[0].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search") || event.target.closest("a")) list.hidden = true; });
  menu.addEventListener("click", () => menu.setAttribute("aria-expanded", nav.classList.toggle("open")));
  // The current page is in sight in a long list.
  const current = nav.querySelector("[aria-current]");
  if (current && current.offsetTop > nav.clientHeight - 60) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
}
