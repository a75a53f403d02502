#include "app/window.h"

#include <QApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTimer>
#include <filesystem>
#include <iostream>
#include <utility>

#include "app/arguments.h"
#include "app/qt_application.h"
#include "app/remarks.h"
#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/heap.h"
#include "core/base/version.h"
#include "core/io/atomic_file.h"
#include "core/model/model_locations.h"
#include "core/text/text_file.h"
#include "ui/help/crash_report.h"
#include "ui/help/start_page.h"
#include "ui/images/kept_image.h"
#include "ui/images/kept_sound.h"
#include "ui/language.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/private_mode.h"
#include "ui/state/path_kind.h"
#include "ui/state/samples.h"
#include "ui/state/session_file.h"
#include "ui/state/settings.h"
#include "ui/views/attention_view.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/running_program.h"
#include "ui/window/work_controller.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// Between two times that freed memory is given back.
constexpr int kReleaseMs = 30'000;

/// The path to open, where the arguments name one thing.
fs::path pathOf(const WindowRequest& request) {
  return request.open.size() == 1 ? fs::path(request.open.front()) : fs::path();
}

PathKind kindOf(const WindowRequest& request) {
  return pathOf(request).empty() ? PathKind::Nothing : pathKindOf(pathOf(request));
}

/// Whether what is to be opened brings a whole workspace with it.
bool isSession(PathKind kind) { return kind == PathKind::Session || kind == PathKind::Figure; }

/// The panels of an image or a sound, read by a model that the arguments name.
WorkspaceState mediaState(const WindowRequest& request, bool sound) {
  const std::string& file = request.open.front();
  if (request.model.empty())
    throw UsageError((sound ? "sound '" : "image '") + file + "': expected --model with a model that reads " +
                     (sound ? "sounds" : "images"));
  WorkspaceState state = openingState();
  state.model = findModel(request.model);
  if (sound)
    state.sound = openSound(file);
  else
    state.pictures = {openImage(file)};
  state.panels = imagePanels();
  state.head = {};
  return state;
}

/// What the window opens with: the first sample, unless the arguments name a model or a text.
WorkspaceState stateFor(const WindowRequest& request, PathKind kind) {
  if (request.open.size() > 1)
    throw UsageError("arguments: expected one text or one model folder to open, found " +
                     std::to_string(request.open.size()));
  const fs::path path = pathOf(request);
  if (kind == PathKind::Image || kind == PathKind::Sound) return mediaState(request, kind == PathKind::Sound);
  if (isSession(kind)) return readSessionFile(path).state;
  if (kind == PathKind::Model) return openingState(findModel(modelFolderOf(path).string()));
  if (path.empty() && !request.model.empty()) return openingState(findModel(request.model));
  WorkspaceState state = openingState();
  if (!request.model.empty()) state.model = findModel(request.model);
  if (kind == PathKind::Attention) state.model = absolutePath(path);
  if (kind == PathKind::Nothing && !path.empty()) state.text = path.string();
  if (kind == PathKind::Text) {
    // Of a long one the window asks for the part.
    TextFile file(path);
    if (file.size() > kShortTextFile) return state;
    state.text = file.part(0, file.size());
  }
  if (!request.model.empty() || !path.empty()) state.pair.reset();
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
  renderWorkspace(coreEngine(), stateFor(request, kindOf(request)), ".");
  std::cout << "No display: drew the opening workspace into headlight.png and headlight.svg\n";
  flushOutput(std::cout);
  return 0;
}

void applyTheme(const WindowRequest& request, MainWindow& window) {
  if (!request.theme.empty())
    window.appearance().setTheme(request.theme == "contrast" ? ThemeChoice::Contrast
                                 : request.theme == "dark"   ? ThemeChoice::Dark
                                                             : ThemeChoice::Light);
}

/// Shows the window where nobody sees it, waits for its pictures and saves what would be on the screen.
int takeScreenshot(const WindowRequest& request) {
  const auto [width, height] = parseSize(request.size);
  const WorkspaceState state = stateFor(request, kindOf(request));
  const QtApplication application;
  speak(*qGuiApp, languageFor(QString::fromStdString(request.language)));
  // Neither reads nor changes what the person's own windows remember.
  const QTemporaryDir settings;
  keepSettingsIn(settings.path());
  privateMode() = true;
  MainWindow window(coreEngine());
  applyTheme(request, window);
  const QSize size(width, height);
  window.resize(size);
  window.show();
  bool good = true;
  const auto leave = [&](bool success, const QString& why) {
    good = success;
    if (!success) std::cerr << "headlight: " << why.toStdString() << '\n';
    QCoreApplication::quit();
  };
  QObject::connect(&window.workspace(), &Workspace::openingFailed, &window,
                   [&](const QString&, const QString& message) { leave(false, message); });
  // The views paint in the events that the last result causes, those of large maps when they have read them; what is
  // beside them is measured after that. So the picture is one that nothing changes any more.
  QApplication::setCursorFlashTime(0);
  QTimer patience;
  patience.setInterval(300);
  QImage last;
  QObject::connect(&patience, &QTimer::timeout, &window, [&] {
    if (window.workspace().isRunning()) return;
    for (const AttentionView* view : window.findChildren<AttentionView*>())
      if (view->isVisible() && !view->isReady()) return;
    const QImage picture = window.grab().toImage();
    if (picture != std::exchange(last, picture)) return;
    if (window.size() != size)
      return leave(false, QStringLiteral("--size: expected at least %1x%2 pixels, which the window needs, found '%3'")
                              .arg(window.width())
                              .arg(window.height())
                              .arg(QString::fromStdString(request.size)));
    const QString file = QString::fromStdString(request.screenshot);
    leave(picture.save(file, "PNG"), "cannot write '" + file + "'");
  });
  QObject::connect(&window.workspace(), &Workspace::runningChanged, &window, [&](bool running) {
    if (!running && window.workspace().result()) patience.start();
  });
  QObject::connect(&window.workspace(), &Workspace::noticeChanged, &window, [&](const Notice& notice) {
    if (notice.level == Notice::Level::Error) leave(false, notice.text);
    // There is nothing to read: the picture is of what the window says then.
    if (notice.level == Notice::Level::Hint && window.workspace().model()) patience.start();
  });
  QTimer::singleShot(0, &window, [&] { window.openState(state); });
  QApplication::exec();
  return good ? 0 : 1;
}

/// Whether what is to be opened may go to a window that is open already: a file or a folder that is looked at as that
/// window's settings have it.
bool opensElsewhere(const WindowRequest& request, PathKind kind) {
  return kind != PathKind::Nothing && request.model.empty() && request.theme.empty() && request.language.empty() &&
         !request.newWindow && !request.keepsNothing;
}

/// By which the desktop lets a window come to the front that this start of the program leads to.
QString activationToken() { return qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); }

}  // namespace

int runWindow(int argc, char* argv[], const WindowRequest& request) {
  try {
    QCoreApplication::setApplicationName("headlight");
    QCoreApplication::setOrganizationName("headlight");
    QCoreApplication::setApplicationVersion(kVersion);
    QGuiApplication::setApplicationDisplayName("Headlight");
    QGuiApplication::setDesktopFileName("org.headlight.Headlight");
    privateMode() = request.keepsNothing;
    if (!request.screenshot.empty()) return takeScreenshot(request);
    if (!hasDisplay()) return drawInstead(request);
    if (!privateMode()) keepCrashReports(crashFolder());
    const PathKind kind = kindOf(request);
    QApplication application(argc, argv);
    applyLimits(loadSettings());
    if (opensElsewhere(request, kind) &&
        RunningProgram::handOver({QString::fromStdString(absolutePath(pathOf(request)).string()), activationToken()}))
      return 0;
    const bool session = isSession(kind);
    const WorkspaceState state = session ? WorkspaceState() : stateFor(request, kind);
    speak(application,
          languageFor(request.language.empty() ? loadSettings().language : QString::fromStdString(request.language)));
    MainWindow window(coreEngine());
    applyTheme(request, window);
    window.show();
    RunningProgram running;
    if (!privateMode()) running.listen();
    QObject::connect(&running, &RunningProgram::asked, &window, [&window](const OpenRequest& asked) {
      if (!asked.token.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", asked.token.toUtf8());
      window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
      window.raise();
      window.activateWindow();
      window.opener().open(asked.path.toStdString());
    });
    // Runs work in the same memory again and again; what none of them needs any more goes back now and then.
    QTimer release;
    QObject::connect(&release, &QTimer::timeout, &window, releaseFreedMemory);
    release.start(kReleaseMs);
    if (session)
      window.opener().open(pathOf(request));
    else if (request.open.empty() && request.model.empty())
      window.work().openLast(state);
    else
      window.openState(state);
    if (kind == PathKind::Statistics) window.opener().open(pathOf(request));
    // A part of a long text is asked for. The start page of a first start comes once there is a
    // picture.
    if (kind == PathKind::Text && TextFile(pathOf(request)).size() > kShortTextFile)
      QObject::connect(
          &window.workspace(), &Workspace::resultChanged, &window,
          [&window, file = pathOf(request)] { window.opener().openText(file); }, Qt::SingleShotConnection);
    else if (kind == PathKind::Nothing && StartPage::isFirst())
      QObject::connect(
          &window.workspace(), &Workspace::resultChanged, &window, [&window] { window.act("startPageAction"); },
          Qt::SingleShotConnection);
    return QApplication::exec();
  } catch (const UsageError& error) {
    std::cerr << "headlight: " << oneLine(error.what()) << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "headlight: " << oneLine(error.what()) << '\n';
    return 1;
  }
}

}  // namespace headlight
