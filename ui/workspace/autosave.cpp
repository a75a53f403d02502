#include "ui/workspace/autosave.h"

#include <QElapsedTimer>
#include <QUuid>
#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// A person loses no more than this. Writing takes a twentieth of the time at most, however long the text.
constexpr int kShortestWaitMs = 400, kLongestWaitMs = 10000, kWaitForEachMs = 20;

std::unique_ptr<QLockFile> lockFor(const fs::path& file) {
  auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string() + ".lock"));
  lock->setStaleLockTime(0);  // A run that takes long is not dead; one whose process has gone is.
  return lock;
}

}  // namespace

Autosave::Autosave(fs::path folder, std::function<std::string()> text, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_text(std::move(text)) {
  m_file = m_folder / (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".headlight");
  m_wait.setSingleShot(true);
  m_wait.setInterval(kShortestWaitMs);
  connect(&m_wait, &QTimer::timeout, this, &Autosave::flush);
}

Autosave::~Autosave() { end(); }

void Autosave::touch() {
  if (!m_wait.isActive()) m_wait.start();
}

void Autosave::flush() {
  m_wait.stop();
  std::error_code ignored;
  fs::create_directories(m_folder, ignored);
  if (!m_lock) {
    m_lock = lockFor(m_file);
    if (!m_lock->tryLock(0)) m_lock.reset();
  }
  if (!m_lock) return;
  QElapsedTimer taken;
  taken.start();
  try {
    writeWhole(m_file, [this](std::ostream& stream) { stream << m_text(); });
  } catch (const Error&) {
    // The next change tries again.
  }
  m_wait.setInterval(std::clamp(static_cast<int>(taken.elapsed()) * kWaitForEachMs, kShortestWaitMs, kLongestWaitMs));
}

void Autosave::end() {
  m_wait.stop();
  if (!m_lock) return;
  std::error_code ignored;
  fs::remove(m_file, ignored);
  m_lock.reset();
}

std::optional<fs::path> Autosave::abandoned() {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, ignored))
    if (entry.path().extension() == ".headlight" && entry.path() != m_file && entry.is_regular_file(ignored))
      found.emplace_back(entry.last_write_time(ignored), entry.path());
  std::sort(found.rbegin(), found.rend());
  for (const auto& [time, file] : found) {
    auto lock = lockFor(file);
    if (!lock->tryLock(0)) continue;
    m_abandoned = file;
    m_abandonedLock = std::move(lock);
    return file;
  }
  return {};
}

void Autosave::dropAbandoned() {
  if (!m_abandoned) return;
  std::error_code ignored;
  fs::remove(*m_abandoned, ignored);
  m_abandoned.reset();
  m_abandonedLock.reset();
}

}  // namespace headlight
