#include "ui/window/work_controller.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QStandardPaths>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "ui/dialogs/replace_question.h"
#include "ui/export/file_name.h"
#include "ui/help/crash_report.h"
#include "ui/panes/message_bar.h"
#include "ui/private_mode.h"
#include "ui/reading/history.h"
#include "ui/state/samples.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/window/session_controller.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

fs::path autosaveFolder() {
  const QString local = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
  return fs::path(local.toStdString()) / "autosave";
}

/// Whether work that is in no file has a copy.
bool keepsWork() { return !privateMode() && loadSettings().keepsWork; }

/// The present session, to become text in another thread.
std::function<Autosave::Text()> snapshotsOf(const SessionController* sessions) {
  return [sessions] { return [session = sessions->session()] { return sessionText(session); }; };
}

}  // namespace

WorkController::WorkController(const Parts& parts, QWidget* window)
    : QObject(window),
      m_workspace(parts.workspace),
      m_sessions(parts.sessions),
      m_history(parts.history),
      m_messages(parts.messages),
      m_window(window),
      m_autosave(autosaveFolder(), snapshotsOf(parts.sessions), this) {
  connect(m_history, &History::changed, &m_autosave, [this] {
    if (keepsWork()) m_autosave.touch();
  });
  connect(&m_autosave, &Autosave::failed, this, [this](const QString& message) {
    m_messages->showMessage(Notice::Level::Warning,
                            tr("Autosave failed: %1").arg(message));
  });
  connectSessions();
  makeActions();
}

void WorkController::makeActions() {
  makeAction(this, {"newSessionAction", tr("Ne&w session")}, [this] { newSession(); });
  makeAction(this, {"saveAction", tr("&Save session"), QKeySequence::Save}, [this] { save(); });
  makeAction(this, {"saveAsAction", tr("Sa&ve session as…"), "Ctrl+Shift+S"}, [this] { saveAs(); });
}

void WorkController::connectSessions() {
  m_sessions->setGuard([this](const std::function<void()>& then) { keep(then); });
  connect(m_sessions, &SessionController::arrived, this, [this](const fs::path& source) {
    m_history->restart();
    m_aside.reset();
    m_otherwise.reset();
    // What was left is the only copy until there is another.
    if (m_left && m_left->file() == source && m_autosave.flush()) m_left->drop();
    m_left.reset();
    if (std::exchange(m_last, std::nullopt) == source)
      m_messages->showMessage(Notice::Level::Hint, tr("This is your last session, as you left it."),
                              {{tr("Start afresh"), [this] { newSession(); }}});
  });
  connect(m_workspace, &Workspace::openingFailed, this, [this] {
    if (!m_aside) return;
    m_aside->drop();
    m_aside.reset();
    if (keepsWork()) m_autosave.touch();  // It was the copy.
  });
}

void WorkController::offerRecovery() {
  if (privateMode()) return;
  std::optional<LeftSession> left = m_autosave.abandoned();
  if (!left) return;
  std::error_code ignored;
  auto report = newestCrashReport(crashFolder());
  // A report that is older tells of another end.
  if (report && fs::last_write_time(*report, ignored) < fs::last_write_time(left->file(), ignored)) report.reset();
  // Without one it may have been killed, or the computer switched off.
  const QDateTime saved = QFileInfo(QString::fromStdString(left->file().string())).lastModified();
  QString message = (report ? tr("Headlight crashed. A copy of your work from %1 was saved.")
                            : tr("Headlight ended without being closed. A copy of your work from %1 was saved."))
                        .arg(QLocale().toString(saved, QLocale::ShortFormat));
  if (report)
    message += QLatin1Char(' ') + tr("Crash report: %1. It contains none of your text and was not sent.")
                                      .arg(QString::fromStdString(report->string()));
  const auto offered = std::make_shared<LeftSession>(std::move(*left));
  m_messages->showQuestion(
      message, tr("Restore"), [this, offered] { bringBack(std::move(*offered)); },
      [offered] { offered->putAside(); });
}

void WorkController::bringBack(LeftSession left) {
  m_left = std::move(left);
  m_sessions->recover(m_left->file());
}

void WorkController::openAside(const fs::path& file) {
  if (auto left = LeftSession::at(file)) bringBack(std::move(*left));
}

void WorkController::forgetAside() {
  for (const fs::path& file : aside())
    if (auto left = LeftSession::at(file)) left->drop();
}

void WorkController::forgetLeft() {
  forgetAside();
  // One that cannot be deleted is found again.
  for (int i = 0; i < 100; ++i) {
    auto left = m_autosave.abandoned();
    if (!left) break;
    left->drop();
  }
  std::error_code ignored;
  fs::remove_all(crashFolder(), ignored);
}

void WorkController::openLast(const WorkspaceState& otherwise) {
  const QString last = loadSettings().lastSession;
  auto left = privateMode() || last.isEmpty() ? std::nullopt : LeftSession::at(last.toStdString());
  if (!left) {
    m_workspace->setState(otherwise);
    return;
  }
  m_otherwise = otherwise;
  // The window does not stay empty, and says why.
  const auto instead = [this] {
    if (!m_otherwise || m_workspace->model()) return;
    const QString why = m_messages->text();
    m_workspace->setState(*std::exchange(m_otherwise, std::nullopt));
    m_messages->showMessage(Notice::Level::Warning, why);
  };
  connect(m_sessions, &SessionController::failed, this, instead);
  connect(m_workspace, &Workspace::openingFailed, this, instead);
  connect(m_sessions, &SessionController::modelMoved, this, [this] {
    if (m_otherwise && !m_workspace->model()) m_workspace->setState(*std::exchange(m_otherwise, std::nullopt));
  });
  m_last = left->file();
  bringBack(std::move(*left));
}

void WorkController::newSession() {
  try {
    const WorkspaceState state = openingState();
    m_messages->endHint();
    m_sessions->begin(state);
  } catch (const Error& error) {
    m_messages->showMessage(Notice::Level::Error, QString::fromUtf8(error.what()));
  }
}

bool WorkController::putAside() {
  const auto file = m_autosave.putAside(fileNameOf(QString::fromStdString(m_workspace->text())).toStdString());
  if (!file) return false;
  m_aside = LeftSession::at(*file);
  return true;
}

void WorkController::keep(const std::function<void()>& then) {
  emit flushRequested();
  if (!m_sessions->isModified()) return then();
  const bool asks = m_sessions->file() || !m_workspace->deck().empty() || !keepsWork();
  if (!asks && putAside()) return then();
  ask(then);
}

void WorkController::ask(const std::function<void()>& then) {
  if (auto* asked = m_window->findChild<QMessageBox*>(QStringLiteral("saveQuestion"))) return asked->raise();
  auto* box = named("saveQuestion", new QMessageBox(m_window));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setIcon(QMessageBox::Question);
  box->setTextFormat(Qt::PlainText);
  box->setWindowTitle(tr("Save session"));
  const auto& file = m_sessions->file();
  box->setText(file ? tr("Save the changes to “%1”?").arg(QString::fromStdString(file->filename().string()))
                    : tr("Save this session to a file?"));
  if (!file && !m_workspace->deck().empty())
    box->setInformativeText(tr("Its deck is unsaved and will be lost."));
  box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
  box->setDefaultButton(QMessageBox::Save);
  connect(box, &QMessageBox::finished, this, [this, then](int answer) {
    if (answer == QMessageBox::Discard) return then();
    if (answer != QMessageBox::Save) return;
    if (m_sessions->file()) return saveTo(*m_sessions->file(), then);
    saveAs(then);
  });
  box->open();
}

void WorkController::save() {
  emit flushRequested();
  if (!m_sessions->file()) return saveAs();
  saveTo(*m_sessions->file(), {});
}

void WorkController::saveTo(const fs::path& file, const std::function<void()>& then) {
  const auto write = [this, file, then] {
    if (!m_sessions->save(file)) return;
    emit saved();
    if (then) then();
  };
  const QString path = QString::fromStdString(file.string());
  if (m_sessions->file() != file) return askToReplace(m_window, path, write);
  if (!m_sessions->isFileChanged()) return write();
  askToReplace(m_window, path, write,
               tr("“%1” has been changed by another program since it was opened. Replace it?")
                   .arg(QString::fromStdString(file.filename().string())));
}

void WorkController::saveAs(const std::function<void()>& then) {
  emit flushRequested();
  auto* dialog = new QFileDialog(m_window, tr("Save session"), QString(), tr("Headlight sessions (*.headlight)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("headlight"));
  dialog->setOption(QFileDialog::DontConfirmOverwrite);  // saveTo() asks, also where the suffix is added.
  QString name = fileNameOf(QString::fromStdString(m_workspace->text()));
  if (name.isEmpty()) name = QStringLiteral("session");
  const auto& file = m_sessions->file();
  if (file)
    dialog->selectFile(QString::fromStdString(file->string()));
  else
    dialog->selectFile(
        QFileInfo(freePath(dialog->directory().path(), name, QStringLiteral("headlight"))).fileName());
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, then](const QString& path) { saveTo(path.toStdString(), then); });
  dialog->open();
}

bool WorkController::mayClose() {
  if (std::exchange(m_mayClose, false)) return true;
  const auto asked = std::make_shared<bool>(true);  // False once the window has been told to wait.
  keep([this, asked] {
    m_mayClose = true;
    if (m_aside)
      changeSettings([this](Settings& settings) {
        settings.lastSession = QString::fromStdString(m_aside->file().string());
      });
    if (!*asked) m_window->close();
  });
  *asked = false;
  return std::exchange(m_mayClose, false);
}

void WorkController::end() {
  m_autosave.end();
  m_aside.reset();
}

}  // namespace headlight
