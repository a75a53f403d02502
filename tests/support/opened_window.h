#pragma once

#include <QTest>
#include <string>

#include "tests/support/fake_engine.h"
#include "ui/window/main_window.h"

namespace headlight::test {

/// `text` in the small model of FakeEngine, in the panels that the program opens with.
inline WorkspaceState smallState(const std::string& text = "the cat that chased the mice") {
  WorkspaceState state;
  state.model = "/models/small";
  state.text = text;
  state.panels = openingPanels();
  return state;
}

/// The window with a reading of FakeEngine.
struct OpenedWindow {
  FakeEngine fake;
  MainWindow window{fake.engine()};

  explicit OpenedWindow(const WorkspaceState& state = smallState(), QSize size = {1280, 800}) {
    window.resize(size);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() && !window.workspace().isRunning(); }))
      qFatal("no result");
  }
  Workspace& workspace() { return window.workspace(); }
};

}  // namespace headlight::test
