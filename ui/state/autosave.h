#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/job.h"

namespace headlight {

/// A session that a run of the program left in no file of the person's own. While this exists, no other run is offered
/// it; it stays on the disk until it is dropped.
class LeftSession {
 public:
  /// None when another run has it, or when it is gone.
  static std::optional<LeftSession> at(const std::filesystem::path& file);

  const std::filesystem::path& file() const { return m_file; }
  /// Deletes it: its content is elsewhere now.
  void drop();
  /// Takes it to the sessions that are put aside, under their names.
  void putAside();

 private:
  std::filesystem::path m_file;
  std::unique_ptr<QLockFile> m_lock;
};

/// Keeps a copy of a session in a folder while the program runs, and takes it away when it ends. A copy that a crash
/// left is found by the next run, and so is work that was put aside, in the folder "aside".
class Autosave final : public QObject {
  Q_OBJECT
 public:
  /// Makes the text to be written, in whichever thread; throws Error.
  using Text = std::function<std::string()>;
  /// `snapshot` is asked in this thread, and holds what there is then.
  Autosave(std::filesystem::path folder, std::function<Text()> snapshot, QObject* parent = nullptr);
  ~Autosave() override;

  /// Something changed: it is written within half a second, later where writing takes long, in another thread.
  void touch();
  /// Writes at once what has changed. False when it cannot be written; failed() says why.
  bool flush();
  /// A clean end: nothing is left behind.
  void end();
  /// Leaves the session as it is in the folder "aside", with `name` in its file's name, and goes on with another copy.
  /// Returns the file; none when it cannot be written.
  std::optional<std::filesystem::path> putAside(const std::string& name);

  /// What another run of the program left without an end, the newest first.
  std::optional<LeftSession> abandoned() const;
  /// The sessions that were put aside, the newest first.
  std::vector<std::filesystem::path> aside() const;

  const std::filesystem::path& file() const { return m_file; }

 signals:
  /// The copy cannot be written; each reason is said once.
  void failed(const QString& message);

 private:
  /// Makes the folder and takes the lock; throws Error.
  void hold();
  void writeApart();
  /// Notes how a writing ended and how long it took; `problem` is empty for a good end.
  void note(const QString& problem, qint64 milliseconds);

  std::filesystem::path m_folder, m_file;
  std::function<Text()> m_snapshot;
  std::unique_ptr<QLockFile> m_lock;  ///< Says that this run is alive; none before the first writing.
  QTimer m_wait;
  QString m_said;
  Job<qint64> m_writing;  ///< Gives the milliseconds that it took.
};

}  // namespace headlight
