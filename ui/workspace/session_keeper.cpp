#include "ui/workspace/session_keeper.h"

#include <ostream>
#include <utility>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/model/model_places.h"
#include "ui/export/provenance_reader.h"
#include "ui/workspace/recent_files.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// Another folder in which the same model lies: one of that name among those that Headlight knows.
std::optional<fs::path> sameModelElsewhere(const Session& session) {
  if (session.fingerprint.empty()) return {};
  try {
    const fs::path folder = findModel(session.modelName);
    if (modelFingerprint(folder) == session.fingerprint) return folder;
  } catch (const Error&) {
    // There is none.
  }
  return {};
}

}  // namespace

SessionKeeper::SessionKeeper(Workspace* workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
  connect(workspace, &Workspace::textsReplaced, this, &SessionKeeper::arrive);
  connect(workspace, &Workspace::openingFailed, this, [this] { m_arrival.reset(); });
}

Session SessionKeeper::session() const {
  Session session;
  session.state = m_workspace->state();
  if (m_workspace->model()) session.modelName = m_workspace->model()->info.name;
  if (session.state.model != m_knownFolder) {
    m_knownFolder = session.state.model;
    m_knownPrint = modelFingerprint(m_knownFolder);
  }
  session.fingerprint = m_knownPrint;
  session.state.model = fs::absolute(session.state.model).lexically_normal();
  return session;
}

// A figure is not written over when the session that it keeps is saved.
void SessionKeeper::open(const fs::path& file) { read(file, !isFigureFile(file)); }

void SessionKeeper::recover(const fs::path& file) { read(file, false); }

void SessionKeeper::read(const fs::path& file, bool staysThere) {
  Arrival arrival;
  try {
    arrival.session = readSessionFile(file);
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return;
  }
  if (staysThere) arrival.file = file;
  fs::path& folder = arrival.session.state.model;
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    if (const auto elsewhere = sameModelElsewhere(arrival.session)) {
      folder = *elsewhere;
    } else {
      const QString message =
          tr("%1: its model “%2” is no longer in %3.")
              .arg(QString::fromStdString(file.filename().string()), QString::fromStdString(arrival.session.modelName),
                   QString::fromStdString(folder.string()));
      m_moved = std::move(arrival);
      emit modelMoved(message);
      return;
    }
  }
  take(std::move(arrival));
}

void SessionKeeper::openMovedWith(const fs::path& folder) {
  if (!m_moved) return;
  Arrival arrival = *std::exchange(m_moved, std::nullopt);
  arrival.session.state.model = folder;
  take(std::move(arrival));
}

void SessionKeeper::take(Arrival arrival) {
  const WorkspaceState state = arrival.session.state;
  m_arrival = std::move(arrival);
  m_workspace->setState(state, Fit::Refuse);
}

void SessionKeeper::arrive() {
  if (!m_arrival || m_workspace->state() != m_arrival->session.state) return;
  const Arrival arrival = *std::exchange(m_arrival, std::nullopt);
  m_file = arrival.file;
  if (m_file) noteRecent(RecentList::Sessions, *m_file);
  emit fileChanged();
  const std::string& saved = arrival.session.fingerprint;
  if (!saved.empty() && saved != session().fingerprint)
    emit warned(tr("“%1” is not the model that this session was saved with: its configuration or its tensors differ.")
                    .arg(QString::fromStdString(m_workspace->model()->info.name)));
}

bool SessionKeeper::save(const fs::path& file) {
  try {
    writeWhole(file, [this](std::ostream& stream) { stream << sessionText(session()); });
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return false;
  }
  m_file = file;
  noteRecent(RecentList::Sessions, file);
  emit fileChanged();
  return true;
}

}  // namespace headlight
