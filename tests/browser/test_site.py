"""The documentation site: whole by itself, in step with --help, and as a real browser shows it.

usage: test_site.py HEADLIGHT CHROMIUM CHROMEDRIVER

What its pages say to type is run by test_cookbook; here each command and option that is named in passing is looked up. With
HEADLIGHT_PICTURES=FOLDER it leaves pictures of some pages there.
"""

import html
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from webdriver import Browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDE, NARROW = (1280, 900), (390, 844)


def skip(what):
    print("SKIPPED: " + what)
    sys.exit(77)


def setUpModule():
    global FOLDER, PAGES, _kept
    _kept = tempfile.TemporaryDirectory()
    FOLDER = pathlib.Path(_kept.name)
    subprocess.run([sys.executable, ROOT / "resources/site/make", HEADLIGHT, FOLDER], check=True)
    PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.html"))}


def tearDownModule():
    _kept.cleanup()


def help_of(*command):
    return subprocess.run([HEADLIGHT, *command, "--help"], capture_output=True, text=True, check=True).stdout


def commands():
    """The commands that --help lists."""
    return re.findall(r"^  ([a-z]+) {2,}", help_of().split("Subcommands:")[1], re.M)


def names_on(page):
    return set(re.findall(r"--[a-z][a-z-]*", html.unescape(re.sub(r"<[^>]*>", " ", page))))


class Files(unittest.TestCase):
    def test_every_page_of_the_guide_is_there_once(self):
        guide = {path.stem + ".html" for path in (ROOT / "resources/help").glob("*.md")}
        reference = {"headlight.html"} | {f"command-{name}.html" for name in commands()}
        self.assertEqual(set(PAGES), guide | reference)

    def test_every_address_leads_to_something(self):
        found = 0
        for name, page in PAGES.items():
            for address in re.findall(r'(?:href|src)="([^"]*)"', page):
                if address == "data:,":
                    continue
                file, _, anchor = html.unescape(address).partition("#")
                self.assertTrue((FOLDER / (file or name)).is_file(), f"{name}: {address}")
                if anchor:
                    self.assertIn(f'id="{urllib.parse.unquote(anchor)}"', PAGES[file or name], f"{name}: {address}")
                found += 1
        self.assertGreater(found, 40 * len(PAGES) // 2)

    def test_nothing_is_asked_from_elsewhere(self):
        for path in FOLDER.glob("*.*"):
            if path.suffix in (".html", ".css"):
                text = path.read_text(encoding="utf-8")
                for mark in (r"\bsrc=.?https?:", r"url\(", "@import", r"<link[^>]*https?:", "fetch\\("):
                    self.assertIsNone(re.search(mark, text), f"{path.name}: {mark}")

    def test_the_reference_has_every_option_of_help(self):
        for command in [(), *((name,) for name in commands())]:
            page = PAGES[f"command-{command[0]}.html" if command else "headlight.html"]
            options = set(re.findall(r"^ {2,4}(?:-[a-zA-Z], ?)?(--[a-z][a-z-]*)", help_of(*command), re.M))
            self.assertGreater(len(options), 0)
            self.assertEqual(options - names_on(page), set(), command)

    def test_commands_named_in_passing_have_their_options(self):
        named = 0
        for path in (ROOT / "resources/help").glob("*.md"):
            for line in re.findall(r"`headlight ([a-z]+(?: [^`]*)?)`", path.read_text(encoding="utf-8")):
                command = line.split()[0]
                self.assertTrue(f"command-{command}.html" in PAGES, f"{path.name}: {line}")
                options = set(re.findall(r"--[a-z][a-z-]*", line))
                self.assertEqual(options - names_on(PAGES[f"command-{command}.html"]), set(), f"{path.name}: {line}")
                named += 1
        self.assertGreater(named, 20)

    def test_lines_for_clusters_are_those_that_are_tried(self):
        tried = (ROOT / "resources/cluster/README.md").read_text(encoding="utf-8")
        lines = [line for line in (ROOT / "resources/help/cluster_run.md").read_text(encoding="utf-8").splitlines()
                 if "headlight_" in line]
        self.assertEqual(len(lines), 4)
        for line in lines:
            self.assertIn(line, tried)

    def test_every_metric_has_its_formula(self):
        metrics = set(re.findall(r"by one of: ([a-z_]+(?:, [a-z_]+)*)", " ".join(help_of("heads").split()))[0].split(", "))
        self.assertGreater(len(metrics), 20)
        page = PAGES["metrics.html"]
        self.assertEqual({name for name in metrics if f"<code>{name}</code>" not in page}, set())

    def test_made_twice_it_is_the_same(self):
        with tempfile.TemporaryDirectory() as other:
            subprocess.run([sys.executable, ROOT / "resources/site/make", HEADLIGHT, other], check=True)
            for path in FOLDER.iterdir():
                self.assertEqual(path.read_bytes(), (pathlib.Path(other) / path.name).read_bytes(), path.name)


class Shown(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser(CHROMIUM, DRIVER)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def open(self, name, size=WIDE, theme="light"):
        self.browser.emulate(prefers_color_scheme=theme)
        self.browser.look(*size)
        self.browser.open(str(FOLDER / name))

    def check_quiet(self, name):
        self.assertEqual(self.browser.console(), [], name)
        asked = self.browser.requests()
        self.assertTrue(asked)
        self.assertEqual([url for url in asked if not url.startswith(f"file://{FOLDER}/")], [], name)

    def keep_picture(self, name):
        if folder := os.environ.get("HEADLIGHT_PICTURES"):
            self.browser.picture(os.path.join(folder, name + ".png"))

    def test_every_page_fits_wide_and_narrow_in_both_themes(self):
        papers = set()
        for name in PAGES:
            self.open(name)
            for size, theme in ((WIDE, "light"), (NARROW, "dark")):
                self.browser.emulate(prefers_color_scheme=theme)
                self.browser.look(*size)
                over = self.browser.run("""const width = document.documentElement.clientWidth;
                    return [document.documentElement.scrollWidth - width, [...document.querySelectorAll("main *")]
                      .filter((each) => !each.closest("pre, .wide") && each.getBoundingClientRect().right > width + 1)
                      .map((each) => each.outerHTML.slice(0, 80))];""")
                self.assertEqual(over, [0, []], f"{name} at {size[0]}")
                missing = self.browser.run("""return Promise.all([...document.images].map(async (each) => {
                    each.loading = "eager"; try { await each.decode(); } catch { return each.src; } return each.naturalWidth ? null : each.src;
                  })).then((all) => all.filter(Boolean));""")
                self.assertEqual(missing, [], name)
                papers.add(self.browser.run("return getComputedStyle(document.body).backgroundColor"))
                if name in ("index.html", "find_induction.html", "metrics.html", "command-heads.html", "from_bertviz.html"):
                    self.keep_picture(f"{name[:-5]}-{theme}")
            self.check_quiet(name)
        self.assertEqual(len(papers), 2)

    def found(self):
        return self.browser.run("return [...document.querySelectorAll('#found a')].map((each) => each.getAttribute('href'))")

    def type(self, text):
        self.browser.run("""const field = document.getElementById("search"); field.focus(); field.value = arguments[0];
            field.dispatchEvent(new Event("input"));""", text)

    def test_words_are_found_on_all_pages(self):
        self.open("index.html")
        self.browser.press("/")
        self.assertEqual(self.browser.run("return document.activeElement.id"), "search")
        for letter in "induction head":
            self.browser.press(letter)
        self.assertEqual(self.browser.run("return document.getElementById('search').value"), "induction head")
        self.assertEqual(self.found()[0].split("#")[0], "find_induction.html")
        self.keep_picture("search")
        self.type("--minus-model")
        self.assertIn("command-figure.html#options", self.found())
        self.type("jensen shannon")  # The dash in the text is a longer one.
        self.assertIn("metrics.html", {each.split("#")[0] for each in self.found()})
        self.type("qqqqzz")
        self.assertEqual(self.found(), [])
        self.assertIn("No page", self.browser.run("return document.getElementById('found').textContent"))
        self.type("<img src=x onerror=alert(1)>")
        self.check_quiet("index.html")

    def test_what_is_found_opens(self):
        self.open("limits.html", NARROW, "dark")
        self.type("previous token")
        first = self.found()[0]
        self.browser.press("ArrowDown")
        self.assertEqual(self.browser.run("return document.activeElement.getAttribute('href')"), first)
        self.browser.run("document.activeElement.click()")
        self.assertTrue(self.browser.run("return location.href").endswith("/" + first), first)

    def test_a_narrow_window_has_its_pages_in_a_menu(self):
        self.open("metrics.html", NARROW)
        shown = "return getComputedStyle(document.getElementById('contents')).display"
        self.assertEqual(self.browser.run(shown), "none")
        self.browser.run("document.getElementById('menu').click()")
        self.assertEqual(self.browser.run(shown), "block")
        self.assertEqual(self.browser.run("return document.getElementById('menu').getAttribute('aria-expanded')"), "true")
        self.keep_picture("menu")
        self.open("metrics.html")
        self.assertEqual(self.browser.run(shown), "block")

    def test_text_has_enough_contrast(self):
        for theme in ("light", "dark"):
            self.open("find_induction.html", WIDE, theme)
            ratios = self.browser.run("""
                const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map((v) => v / 255)
                  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const paper = (each) => { for (; each; each = each.parentElement) { const c = getComputedStyle(each).backgroundColor;
                  if (!/, 0\\)$/.test(c)) return c; } return "rgb(255, 255, 255)"; };
                return ["p", "main a", "code", "figcaption", "nav h2", "nav a[aria-current]", "footer"].map((name) => {
                  const each = document.querySelector(name), a = light(getComputedStyle(each).color), b = light(paper(each));
                  return [name, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; });""")
            for name, ratio in ratios:
                self.assertGreater(ratio, 4.5, f"{name}, {theme}")


if __name__ == "__main__":
    if len(sys.argv) < 2 or not os.path.isfile(sys.argv[1]):
        skip("the program is not built")
    if importlib.util.find_spec("markdown_it") is None:
        skip("there is no markdown-it-py (Debian: apt-get install python3-markdown-it)")
    if len(sys.argv) < 4 or not all(os.path.isfile(path) for path in sys.argv[2:4]):
        skip("there is no chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
    HEADLIGHT, CHROMIUM, DRIVER = (os.path.abspath(path) for path in sys.argv[1:4])
    unittest.main(argv=sys.argv[:1], verbosity=2)
