#pragma once

#include <QObject>
#include <filesystem>
#include <optional>

#include "ui/workspace/session_file.h"
#include "ui/workspace/workspace.h"

namespace headlight {

/// Opens and saves the sessions of one workspace. A session that cannot be opened whole changes nothing.
class SessionKeeper final : public QObject {
  Q_OBJECT
 public:
  explicit SessionKeeper(Workspace* workspace, QObject* parent = nullptr);

  /// Where the session was opened from or saved to last; none for a workspace that is in no file.
  const std::optional<std::filesystem::path>& file() const { return m_file; }
  /// The present workspace.
  Session session() const;

  /// Opens a session; failed() or modelMoved() say why it cannot.
  void open(const std::filesystem::path& file);
  /// Opens what was left behind without an end; it stays in no file.
  void recover(const std::filesystem::path& file);
  /// Opens the session of modelMoved() with the model in `folder`.
  void openMovedWith(const std::filesystem::path& folder);
  /// Writes the workspace, whole or not at all. Returns whether it was written; failed() says why not.
  bool save(const std::filesystem::path& file);

 signals:
  void failed(const QString& message);
  /// Something is odd about a session that was opened.
  void warned(const QString& message);
  /// The model of a session is not where it was; openMovedWith() goes on.
  void modelMoved(const QString& message);
  void fileChanged();

 private:
  /// A session on its way into the workspace.
  struct Arrival {
    Session session;
    std::optional<std::filesystem::path> file;
    QString name = {};        ///< What messages call it.
    bool otherMoved = false;  ///< Which of its models is not where it was.
  };
  /// The fingerprint of one folder, computed once.
  struct KnownPrint {
    std::filesystem::path folder;
    std::string print;
    const std::string& of(const std::filesystem::path& asked);
  };
  /// Whether there is a model in `folder`, which is changed to where the same model lies elsewhere.
  static bool findFolder(std::filesystem::path& folder, const std::string& name, const std::string& fingerprint);
  void read(const std::filesystem::path& file, bool staysThere);
  void take(Arrival arrival);
  void arrive();

  Workspace* m_workspace;
  std::optional<std::filesystem::path> m_file;
  std::optional<Arrival> m_arrival, m_moved;
  mutable KnownPrint m_known, m_otherKnown;
};

}  // namespace headlight
