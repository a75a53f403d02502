"""Opens the pages that Headlight writes in a real browser.

usage: test_pages.py HEADLIGHT CHROMIUM CHROMEDRIVER

With HEADLIGHT_PICTURES=FOLDER it leaves a picture of each page there.
"""

import os
import subprocess
import sys
import tempfile
import time
import unittest

from webdriver import Browser

TEXT = "Mr. Darcy looked at her. When Mr."
SAYS = "return document.querySelector('main > figure.current .says, main:not(.plays) > figure .says').textContent"


def until(holds, what):
    """Waits for something that comes in its own time."""
    end = time.monotonic() + 30
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.02)


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.figure = cls.written("figure.html")
        cls.animation = cls.written("animation.html", "--animate", "layers", "--seconds", "0.3")
        cls.walk = cls.written("walkthrough.html", "--animate", "walkthrough", "--layer", "1", "--head", "2")
        cls.browser = Browser(CHROMIUM, DRIVER)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    @classmethod
    def written(cls, name, *options):
        path = os.path.join(cls.folder.name, name)
        subprocess.run([HEADLIGHT, "figure", "--model", "gpt", "--text", TEXT, *options, "-o", path], check=True)
        return path

    def open(self, path, **features):
        self.browser.emulate(**features)
        self.browser.open(path)
        self.path = path

    def check_quiet(self):
        self.assertEqual(self.browser.console(), [])
        self.assertEqual([url for url in self.browser.requests() if url != "file://" + self.path], [])

    def keep_picture(self, name):
        if folder := os.environ.get("HEADLIGHT_PICTURES"):
            self.browser.picture(os.path.join(folder, name + ".png"))

    def point_at_spot(self, number, click=False):
        """Points at the middle of a spot of the figure that is shown."""
        x, y = self.browser.run("""
            const figure = document.querySelector("main > figure.current, main:not(.plays) > figure");
            figure.querySelector(".stage").scrollIntoView();
            const { width, height, spots } = JSON.parse(figure.querySelector("script").textContent);
            const box = figure.querySelector(".stage").getBoundingClientRect(), [x, y, w, h] = spots[arguments[0]];
            return [box.left + (x + w / 2) / width * box.width, box.top + (y + h / 2) / height * box.height];""", number)
        self.browser.point(x, y, click)

    def spot_text(self, number):
        return self.browser.run("""
            const figure = document.querySelector("main > figure.current, main:not(.plays) > figure");
            return JSON.parse(figure.querySelector("script").textContent).spots[arguments[0]][4];""", number)

    def paper(self):
        return self.browser.run("return getComputedStyle(document.querySelector('figure')).backgroundColor")

    def shown_theme(self):
        return self.browser.run("""return [...document.querySelectorAll("figure .stage > .light, figure .stage > .dark")]
            .slice(0, 2).filter((each) => getComputedStyle(each).display !== "none").map((each) => each.className)""")

    def test_pointer_and_arrows_say_values(self):
        self.open(self.figure, prefers_color_scheme="light")
        self.point_at_spot(3)
        self.assertEqual(self.browser.run(SAYS), self.spot_text(3))
        self.assertIn("%", self.spot_text(3))
        self.browser.run("document.querySelector('.stage').focus()")
        before = self.browser.run(SAYS)
        self.browser.press("ArrowDown")
        after = self.browser.run(SAYS)
        self.assertNotEqual(after, before)
        self.browser.press("ArrowUp")
        self.assertEqual(self.browser.run(SAYS), before)
        self.browser.press("Escape")
        self.assertEqual(self.browser.run("return document.querySelector('.mark').hidden"), True)
        self.keep_picture("figure-light")
        self.check_quiet()

    def test_both_themes(self):
        for page in (self.figure, self.animation):
            papers = set()
            for theme in ("light", "dark"):
                self.open(page, prefers_color_scheme=theme, prefers_reduced_motion="reduce")
                self.assertEqual(self.shown_theme(), [theme])
                papers.add(self.paper())
                self.keep_picture(os.path.basename(page) + "-" + theme)
                self.check_quiet()
            self.assertEqual(len(papers), 2)
            # The button turns it over, whatever the system has.
            self.browser.run("document.getElementById('theme').click()")
            self.assertEqual(self.shown_theme(), ["light"])

    def frame(self):
        return self.browser.run("return [...document.querySelectorAll('main > figure')].findIndex((f) => f.classList.contains('current'))")

    def test_the_slider_and_keys_go_through_frames(self):
        self.open(self.animation, prefers_reduced_motion="reduce")
        frames = self.browser.run("return document.querySelectorAll('main > figure').length")
        self.assertEqual(frames, 6)
        self.assertEqual(self.frame(), 0)
        visible = "return [...document.querySelectorAll('main > figure')].filter((f) => getComputedStyle(f).visibility === 'visible').length"
        for key, place in (("ArrowRight", 1), ("PageDown", 2), ("End", 5), ("ArrowRight", 5), ("ArrowLeft", 4), ("Home", 0), ("PageUp", 0)):
            self.browser.press(key)
            self.assertEqual(self.frame(), place, key)
            self.assertEqual(self.browser.run(visible), 1)
        self.browser.run("const s = document.querySelector('.player input'); s.value = 3; s.dispatchEvent(new Event('input'))")
        self.assertEqual(self.frame(), 2)
        self.assertEqual(self.browser.run("return document.querySelector('.player output').textContent"), "3 / 6")
        self.assertIn("2", self.browser.run("return document.querySelector('.player input').getAttribute('aria-valuetext')"))
        # The slider has the keys of every slider.
        self.browser.run("document.querySelector('.player input').focus()")
        self.browser.press("ArrowRight")
        self.assertEqual(self.frame(), 3)
        # Within the picture arrows walk through values and stay in the frame.
        self.point_at_spot(2, click=True)
        self.assertEqual(self.browser.run(SAYS), self.spot_text(2))
        self.browser.press("ArrowDown")
        self.assertNotEqual(self.browser.run(SAYS), self.spot_text(2))
        self.assertEqual(self.frame(), 3)
        self.check_quiet()

    def test_it_plays_unless_less_motion_is_wanted(self):
        button = "return document.querySelector('.player button').textContent"
        self.open(self.animation, prefers_reduced_motion="reduce")
        self.assertEqual(self.browser.run(button), "Play")
        self.browser.run("document.querySelector('.player button').click()")
        self.assertEqual(self.browser.run(button), "Pause")
        until(lambda: self.frame() == 2, "the third frame")
        self.browser.press("Space")  # The button has no focus: a click of a script gives none.
        self.assertEqual(self.browser.run(button), "Play")
        self.open(self.animation, prefers_reduced_motion="no-preference")
        self.assertEqual(self.browser.run(button), "Pause")
        until(lambda: self.frame() == 1, "the second frame")
        # Who looks closer is not carried on.
        self.point_at_spot(1, click=True)
        self.assertEqual(self.browser.run(button), "Play")
        self.check_quiet()

    def test_the_walkthrough_has_its_steps(self):
        self.open(self.walk, prefers_reduced_motion="reduce")
        self.assertEqual(self.browser.run("return document.querySelectorAll('main > figure').length"), 9)
        for step in range(9):
            self.assertEqual(self.frame(), step)
            self.keep_picture(f"walkthrough-{step + 1}")
            self.browser.press("PageDown")
        self.check_quiet()


if __name__ == "__main__":
    if len(sys.argv) < 4 or not all(os.path.isfile(path) for path in sys.argv[2:4]):
        print("SKIPPED: there is no chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
        sys.exit(77)
    HEADLIGHT, CHROMIUM, DRIVER = (os.path.abspath(path) for path in sys.argv[1:4])
    unittest.main(argv=sys.argv[:1], verbosity=2)
