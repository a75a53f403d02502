#include "app/window.h"

#include <QApplication>
#include <QTimer>
#include <filesystem>
#include <iostream>

#include "app/qt_application.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/model/model_places.h"
#include "ui/workspace/main_window.h"
#include "ui/workspace/samples.h"
#include "ui/workspace/workspace_figure.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// What the window opens with: the first sample, unless the arguments name a model or a text.
WorkspaceState stateFor(const WindowRequest& request) {
  WorkspaceState state = openingState();
  std::string model = request.model;
  if (request.open.size() > 1)
    throw Error("arguments: expected one text or one model folder to open, found " + std::to_string(request.open.size()));
  if (!request.open.empty()) {
    std::error_code ignored;
    if (fs::exists(request.open.front(), ignored))
      model = fs::is_directory(request.open.front(), ignored) ? request.open.front()
                                                              : fs::path(request.open.front()).parent_path().string();
    else
      state.text = request.open.front();
  }
  if (!model.empty()) state.model = findModel(model);
  if (!model.empty() || !request.open.empty()) state.pair.reset();
  return state;
}

/// Whether a window can be shown at all.
bool hasDisplay() {
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
    if (qEnvironmentVariableIsSet(name) && !qEnvironmentVariableIsEmpty(name)) return true;
  return false;
}

int drawInstead(const WindowRequest& request) {
  const QtApplication application;
  renderWorkspace(coreEngine(), stateFor(request), ".");
  std::cout << "No display: drew the opening workspace into headlight.png and headlight.svg\n";
  return 0;
}

}  // namespace

int runWindow(int argc, char* argv[], const WindowRequest& request) {
  try {
    QCoreApplication::setApplicationName("headlight");
    QCoreApplication::setOrganizationName("headlight");
    QCoreApplication::setApplicationVersion(kVersion);
    QGuiApplication::setApplicationDisplayName("Headlight");
    QGuiApplication::setDesktopFileName("headlight");
    if (!hasDisplay()) return drawInstead(request);
    const WorkspaceState state = stateFor(request);
    QApplication application(argc, argv);
    MainWindow window(coreEngine());
    window.show();
    window.openState(state);
    return QApplication::exec();
  } catch (const std::exception& error) {
    std::cerr << "headlight: " << error.what() << '\n';
    return 1;
  }
}

}  // namespace headlight
