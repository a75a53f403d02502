#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <optional>

#include "ui/reading/workspace.h"
#include "ui/state/session_file.h"

namespace headlight {

/// Opens and saves the sessions of one workspace, and knows whether it holds something that is in no file. A session
/// that cannot be opened whole changes nothing.
class SessionController final : public QObject {
  Q_OBJECT
 public:
  explicit SessionController(Workspace* workspace, QObject* parent = nullptr);

  /// Where the session was opened from or saved to last; none for a workspace that is in no file.
  const std::optional<std::filesystem::path>& file() const { return m_file; }
  /// The present workspace.
  Session session() const;
  /// Whether the workspace differs from what it was opened with or saved as. What was recovered is in no file: it does.
  bool isModified() const { return m_modified; }
  /// Whether something else has written to the session's file since it was opened or saved.
  bool isFileChanged() const;

  /// Who asks before another session takes the place of this one, and calls `then` to go on.
  using Guard = std::function<void(std::function<void()> then)>;
  void setGuard(Guard guard) { m_guard = std::move(guard); }

  /// Opens a session; failed() or modelMoved() say why it cannot.
  void open(const std::filesystem::path& file);
  /// Opens what was left behind without an end; it stays in no file.
  void recover(const std::filesystem::path& file);
  /// Begins a session that is in no file.
  void begin(const WorkspaceState& state);
  /// Opens the session of modelMoved() with the model in `folder`.
  void openMovedWith(const std::filesystem::path& folder);
  /// Writes the workspace, whole or not at all, and never what could not be read again. Returns whether it was written;
  /// failed() says why not.
  bool save(const std::filesystem::path& file);

 signals:
  void failed(const QString& message);
  /// Something is odd about a session that was opened.
  void warned(const QString& message);
  /// The model of a session is not where it was; openMovedWith() goes on.
  void modelMoved(const QString& message);
  /// A session is the workspace now: of `source`, the file that was read, empty for none.
  void arrived(const std::filesystem::path& source);
  void fileChanged();
  void modifiedChanged();

 private:
  /// A session on its way into the workspace.
  struct Arrival {
    Session session;
    std::filesystem::path source = {};
    bool staysThere = false;  ///< Saving writes to its source.
    bool kept = true;         ///< It lies in a file of the person's own.
    QString name = {};        ///< What messages call it.
    bool otherMoved = false;  ///< Which of its models is not where it was.
  };
  /// The fingerprint of one folder, computed once.
  struct KnownPrint {
    std::filesystem::path folder;
    std::string print;
    const std::string& of(const std::filesystem::path& asked);
  };
  void read(const std::filesystem::path& file, bool staysThere, bool kept);
  void take(Arrival arrival);
  void arrive(const WorkspaceState& asked);
  /// Follows what is in the workspace and whether that is kept.
  void follow(const WorkspaceState& before, const WorkspaceState& now, Origin origin);
  void setFile(const std::optional<std::filesystem::path>& file);
  void setModified(bool modified);

  Workspace* m_workspace;
  Guard m_guard;
  std::optional<std::filesystem::path> m_file;
  std::filesystem::file_time_type m_written;  ///< When m_file was.
  bool m_begun = false, m_modified = false;
  std::optional<WorkspaceState> m_saved;  ///< What is kept elsewhere; none when nothing is.
  std::optional<Arrival> m_arrival, m_moved;
  mutable KnownPrint m_known, m_otherKnown;
};

}  // namespace headlight
