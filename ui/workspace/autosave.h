#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace headlight {

/// Keeps a copy of a session in a folder while the program runs, and takes it away when it ends. What a crash left
/// behind is found by the next one.
class Autosave final : public QObject {
  Q_OBJECT
 public:
  /// `text` gives what is to be written; failures to write are passed over, for there is nobody to be asked.
  Autosave(std::filesystem::path folder, std::function<std::string()> text, QObject* parent = nullptr);
  ~Autosave() override;

  /// Something changed: it is written within half a second, later where writing takes long.
  void touch();
  /// Writes at once what has changed.
  void flush();
  /// A clean end: nothing is left behind.
  void end();

  /// What another run of the program left behind, the newest first; nobody else is offered it meanwhile.
  std::optional<std::filesystem::path> abandoned();
  /// What abandoned() gave is no longer wanted.
  void dropAbandoned();

  const std::filesystem::path& file() const { return m_file; }

 private:
  std::filesystem::path m_folder, m_file;
  std::function<std::string()> m_text;
  std::unique_ptr<QLockFile> m_lock;  ///< Says that this run is alive; none before the first writing.
  std::optional<std::filesystem::path> m_abandoned;
  std::unique_ptr<QLockFile> m_abandonedLock;
  QTimer m_wait;
};

}  // namespace headlight
