#include "ui/window/session_controller.h"

#include <ostream>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomic_file.h"
#include "ui/export/provenance_reader.h"
#include "ui/panels/export/model_search.h"
#include "ui/state/recent_files.h"

namespace headlight {
namespace fs = std::filesystem;

SessionController::SessionController(Workspace* workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_guard([](const std::function<void()>& then) { then(); }) {
  connect(workspace, &Workspace::stateTaken, this, &SessionController::arrive);
  connect(workspace, &Workspace::changed, this, &SessionController::follow);
  connect(workspace, &Workspace::openingFailed, this, [this] { m_arrival.reset(); });
}

Session SessionController::session() const {
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

const std::string& SessionController::KnownPrint::of(const fs::path& asked) {
  if (asked != folder) {
    folder = asked;
    print = modelFingerprint(folder);
  }
  return print;
}

// A figure is not written over when the session that it keeps is saved.
void SessionController::open(const fs::path& file) { read(file, !isFigureFile(file), true); }

void SessionController::recover(const fs::path& file) { read(file, false, false); }

void SessionController::begin(const WorkspaceState& state) {
  Arrival arrival;
  arrival.session.state = state;
  m_guard([this, arrival = std::move(arrival)] {
    m_arrival = arrival;
    if (m_workspace->setState(arrival.session.state) == EditOutcome::Refused) m_arrival.reset();
  });
}

void SessionController::read(const fs::path& file, bool staysThere, bool kept) {
  Arrival arrival{{}, file, staysThere, kept};
  try {
    arrival.session = readSessionFile(file);
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return;
  }
  arrival.name = QString::fromStdString(file.filename().string());
  take(std::move(arrival));
}

void SessionController::openMovedWith(const fs::path& folder) {
  if (!m_moved) return;
  Arrival arrival = *std::exchange(m_moved, std::nullopt);
  (arrival.otherMoved ? *arrival.session.state.otherModel : arrival.session.state.model) = folder;
  take(std::move(arrival));
}

void SessionController::take(Arrival arrival) {
  Session& session = arrival.session;
  const auto find = [&arrival](fs::path& folder, const std::string& name, const std::string& fingerprint) {
    const auto found = findSessionModel(folder, name, fingerprint, arrival.source);
    if (found) folder = *found;
    return found.has_value();
  };
  const bool found = find(session.state.model, session.modelName, session.fingerprint);
  auto& other = session.state.otherModel;
  arrival.otherMoved = found && other && !find(*other, session.otherModelName, session.otherFingerprint);
  if (!found || arrival.otherMoved) {
    const QString name = QString::fromStdString(found ? session.otherModelName : session.modelName);
    const std::string folder = (found ? *other : session.state.model).string();
    const QString message =
        folder.empty() ? tr("%1: model “%2” not found.").arg(arrival.name, name)
                       : tr("%1: model “%2” not found in %3.").arg(arrival.name, name, QString::fromStdString(folder));
    m_moved = std::move(arrival);
    emit modelMoved(message);
    return;
  }
  m_guard([this, arrival = std::move(arrival)] {
    m_arrival = arrival;
    if (m_workspace->setState(arrival.session.state, Fit::Refuse) == EditOutcome::Refused) m_arrival.reset();
  });
}

void SessionController::arrive(const WorkspaceState& asked) {
  if (!m_arrival || asked != m_arrival->session.state) return;
  const Arrival arrival = *std::exchange(m_arrival, std::nullopt);
  m_begun = true;
  m_saved = arrival.kept ? std::optional(m_workspace->state()) : std::nullopt;
  setModified(!m_saved);
  setFile(arrival.staysThere ? std::optional(arrival.source) : std::nullopt);
  emit arrived(arrival.source);
  const Session now = session();
  const auto compare = [this](const std::string& saved, const std::string& found, const std::string& name) {
    if (!saved.empty() && saved != found)
      emit warned(tr("“%1” is not the model of this session: its configuration or tensors differ.")
                      .arg(QString::fromStdString(name)));
  };
  compare(arrival.session.fingerprint, now.fingerprint, now.modelName);
  const auto reduced = [this](const std::string& path) {
    emit warned(tr("This session stores a reduced copy of “%1”. Values differ slightly from the original.")
                    .arg(QString::fromStdString(fs::path(path).filename().string())));
  };
  for (const KeptImage& picture : arrival.session.state.pictures)
    if (picture.smaller) reduced(picture.path);
  if (const auto& sound = arrival.session.state.sound; sound && sound->lesser) reduced(sound->path);
  compare(arrival.session.otherFingerprint, now.otherFingerprint, now.otherModelName);
}

void SessionController::follow(const WorkspaceState&, const WorkspaceState& now, Origin origin) {
  if (!m_workspace->model()) return;
  const bool modified = !m_saved || now != *m_saved;
  // What a result made necessary is no work of a person's.
  const bool settles = !m_begun || (origin == Origin::Program && !m_modified);
  m_begun = true;
  if (settles) m_saved = now;
  setModified(!settles && modified);
}

void SessionController::setModified(bool modified) {
  if (modified == m_modified) return;
  m_modified = modified;
  emit modifiedChanged();
}

void SessionController::setFile(const std::optional<fs::path>& file) {
  m_file = file;
  std::error_code ignored;
  if (m_file) m_written = fs::last_write_time(*m_file, ignored);
  if (m_file) noteRecent(RecentList::Sessions, *m_file);
  emit fileChanged();
}

bool SessionController::isFileChanged() const {
  std::error_code gone;
  return m_file && fs::last_write_time(*m_file, gone) != m_written && !gone;
}

bool SessionController::save(const fs::path& file) {
  try {
    const std::string text = sessionText(session());
    readSession(text, file.filename().string());
    writeWhole(file, [&text](std::ostream& stream) { stream << text; });
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return false;
  }
  m_saved = m_workspace->state();
  setModified(false);
  setFile(file);
  return true;
}

}  // namespace headlight
