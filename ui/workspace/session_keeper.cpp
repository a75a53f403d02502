#include "ui/workspace/session_keeper.h"

#include <ostream>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomic_file.h"
#include "core/io/stored_attention.h"
#include "core/model/model_places.h"
#include "ui/export/provenance_reader.h"
#include "ui/workspace/recent_files.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// Another folder in which the same model lies: one of that name among those that Headlight knows.
std::optional<fs::path> sameModelElsewhere(const std::string& name, const std::string& fingerprint) {
  if (fingerprint.empty()) return {};
  try {
    const fs::path folder = findModel(name);
    if (modelFingerprint(folder) == fingerprint) return folder;
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
  session.fingerprint = m_known.of(session.state.model);
  session.state.model = absolutePath(session.state.model);
  if (auto& other = session.state.otherModel) {
    if (m_workspace->otherModel()) session.otherModelName = m_workspace->otherModel()->info.name;
    session.otherFingerprint = m_otherKnown.of(*other);
    other = absolutePath(*other);
  }
  return session;
}

const std::string& SessionKeeper::KnownPrint::of(const fs::path& asked) {
  if (asked != folder) {
    folder = asked;
    print = modelFingerprint(folder);
  }
  return print;
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
  arrival.name = QString::fromStdString(file.filename().string());
  take(std::move(arrival));
}

void SessionKeeper::openMovedWith(const fs::path& folder) {
  if (!m_moved) return;
  Arrival arrival = *std::exchange(m_moved, std::nullopt);
  (arrival.otherMoved ? *arrival.session.state.otherModel : arrival.session.state.model) = folder;
  take(std::move(arrival));
}

bool SessionKeeper::findFolder(fs::path& folder, const std::string& name, const std::string& fingerprint) {
  if (isFolder(folder) || isFile(storedPlace(folder).file)) return true;
  const auto elsewhere = sameModelElsewhere(name, fingerprint);
  if (elsewhere) folder = *elsewhere;
  return elsewhere.has_value();
}

void SessionKeeper::take(Arrival arrival) {
  Session& session = arrival.session;
  const bool found = findFolder(session.state.model, session.modelName, session.fingerprint);
  auto& other = session.state.otherModel;
  arrival.otherMoved = found && other && !findFolder(*other, session.otherModelName, session.otherFingerprint);
  if (!found || arrival.otherMoved) {
    const std::string& name = found ? session.otherModelName : session.modelName;
    const std::string folder = (found ? *other : session.state.model).string();
    const QString message = tr("%1: its model “%2” is no longer in %3.")
                                .arg(arrival.name, QString::fromStdString(name), QString::fromStdString(folder));
    m_moved = std::move(arrival);
    emit modelMoved(message);
    return;
  }
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
  const Session now = session();
  const auto compare = [this](const std::string& saved, const std::string& found, const std::string& name) {
    if (!saved.empty() && saved != found)
      emit warned(tr("“%1” is not the model that this session was saved with: its configuration or its tensors differ.")
                      .arg(QString::fromStdString(name)));
  };
  compare(arrival.session.fingerprint, now.fingerprint, now.modelName);
  if (const auto& image = arrival.session.state.image; image && image->smaller)
    emit warned(tr("The session keeps a smaller copy of “%1”: its numbers differ a little from those of the file.")
                    .arg(QString::fromStdString(fs::path(image->path).filename().string())));
  compare(arrival.session.otherFingerprint, now.otherFingerprint, now.otherModelName);
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
