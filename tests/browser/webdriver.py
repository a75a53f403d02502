"""A headless Chromium, asked through ChromeDriver's protocol (W3C WebDriver over HTTP), with nothing but the standard library."""

import base64
import json
import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # The name that the standard gives to a reference.
KEYS = {"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "PageUp": "\ue00e",
        "PageDown": "\ue00f", "Home": "\ue011", "End": "\ue010", "Escape": "\ue00c", "Space": " "}


class Browser:
    def __init__(self, chromium, driver, size=(1280, 900)):
        self._folder = tempfile.TemporaryDirectory()
        self._log = open(os.path.join(self._folder.name, "driver.log"), "w+", encoding="utf-8")
        self._driver = subprocess.Popen([driver, "--port=0"], stdout=self._log, stderr=subprocess.STDOUT)
        try:
            self._place = f"http://127.0.0.1:{self._port()}/session"
            arguments = ["--headless=new", "--no-first-run", "--disable-background-networking", "--disable-gpu",
                         "--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
                         f"--user-data-dir={self._folder.name}/profile", f"--window-size={size[0]},{size[1]}"]
            if os.geteuid() == 0:
                arguments.append("--no-sandbox")  # Chromium has none for root.
            answer = self._ask("POST", "", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": {"binary": chromium, "args": arguments},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
            self._place += "/" + answer["sessionId"]
        except BaseException:
            self._driver.kill()
            raise

    def close(self):
        try:
            self._ask("DELETE", "")
        finally:
            self._driver.terminate()
            self._driver.wait()
            self._log.close()
            self._folder.cleanup()

    def _port(self):
        """The port that the driver chose, which it says once it listens."""
        mark = "started successfully on port "
        until = time.monotonic() + 60
        while time.monotonic() < until and self._driver.poll() is None:
            with open(self._log.name, encoding="utf-8") as log:
                text = log.read()
            if mark in text:
                return int(text.split(mark)[1].split(".")[0])
            time.sleep(0.05)
        raise RuntimeError("chromedriver did not start")

    def _ask(self, method, path, body=None):
        data = None if method in ("GET", "DELETE") else json.dumps(body or {}).encode()
        request = urllib.request.Request(self._place + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {error.read().decode()[:500]}") from error

    def open(self, path):
        self.console(), self.requests()  # What came before is of another page.
        self._ask("POST", "/url", {"url": "file://" + path})

    def run(self, script, *arguments):
        """What the body of a function returns in the page."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector):
        return self._ask("POST", "/element", {"using": "css selector", "value": selector})

    def emulate(self, **features):
        """Media features: prefers_color_scheme="dark", prefers_reduced_motion="reduce"."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": named}})

    def look(self, width, height):
        """The size of the page in CSS pixels, narrower than any window where that is asked for."""
        self._ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}})

    def _act(self, kind, actions, **more):
        self._ask("POST", "/actions", {"actions": [{"type": kind, "id": kind, "actions": actions, **more}]})

    def press(self, key):
        value = KEYS.get(key, key)
        self._act("key", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def point(self, x, y, click=False):
        """Moves the pointer to a place in the window, in CSS pixels."""
        move = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}]
        if click:
            move += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act("pointer", move, parameters={"pointerType": "mouse"})

    def console(self):
        """What the console has said since it was asked last."""
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def requests(self):
        """The addresses that were asked for since then, but for data within the page."""
        events = [json.loads(entry["message"])["message"] for entry in self._ask("POST", "/se/log", {"type": "performance"})]
        asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith("data:")]

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._ask("GET", "/screenshot")))
