#include "ui/state/autosave.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QUuid>
#include <algorithm>
#include <ostream>
#include <utility>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// A person loses no more than this. Writing takes a twentieth of the time at most, however long the text.
constexpr int kShortestWaitMs = 400, kLongestWaitMs = 10000, kWaitForEachMs = 20;
constexpr const char* kAside = "aside";
/// Of the sessions that were put aside; older ones go.
constexpr std::size_t kMostAside = 20;

std::unique_ptr<QLockFile> lockFor(const fs::path& file) {
  auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string() + ".lock"));
  lock->setStaleLockTime(0);  // A run that takes long is not dead; one whose process has gone is.
  return lock;
}

/// The sessions in a folder, the newest first.
std::vector<fs::path> sessionsIn(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".headlight" && entry.is_regular_file(ignored))
      found.emplace_back(entry.last_write_time(ignored), entry.path());
  std::sort(found.rbegin(), found.rend());
  std::vector<fs::path> files;
  for (auto& [time, file] : found) files.push_back(std::move(file));
  return files;
}

/// A free name in `folder`, with the time in it.
fs::path asideName(const fs::path& folder, const std::string& name) {
  const std::string time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss")).toStdString();
  const std::string stem = (name.empty() ? std::string() : name + " ") + time;
  fs::path file = folder / (stem + ".headlight");
  std::error_code ignored;
  for (int i = 2; fs::exists(file, ignored); ++i) file = folder / (stem + " " + std::to_string(i) + ".headlight");
  return file;
}

/// Moves a session to those that are put aside.
std::optional<fs::path> movedAside(const fs::path& file, const fs::path& folder, const std::string& name) {
  std::error_code failed, ignored;
  fs::create_directories(folder, ignored);
  const fs::path to = asideName(folder, name);
  fs::rename(file, to, failed);
  if (failed) return {};
  const std::vector<fs::path> all = sessionsIn(folder);
  for (std::size_t i = kMostAside; i < all.size(); ++i)
    if (auto old = LeftSession::at(all[i])) old->drop();
  return to;
}

/// Writes the text, whole or not at all, and returns the milliseconds that it took; throws Error.
qint64 writeTo(const fs::path& file, const Autosave::Text& text) {
  QElapsedTimer taken;
  taken.start();
  writeWhole(file, [&text](std::ostream& stream) { stream << text(); });
  return taken.elapsed();
}

}  // namespace

std::optional<LeftSession> LeftSession::at(const fs::path& file) {
  LeftSession left;
  left.m_file = file;
  left.m_lock = lockFor(file);
  std::error_code ignored;
  if (!left.m_lock->tryLock(0) || !fs::is_regular_file(file, ignored)) return {};
  return left;
}

void LeftSession::drop() {
  std::error_code ignored;
  fs::remove(m_file, ignored);
  m_lock.reset();
}

void LeftSession::putAside() {
  movedAside(m_file, m_file.parent_path() / kAside, {});
  m_lock.reset();
}

Autosave::Autosave(fs::path folder, std::function<Text()> snapshot, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_snapshot(std::move(snapshot)) {
  m_file = m_folder / (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".headlight");
  m_wait.setSingleShot(true);
  m_wait.setInterval(kShortestWaitMs);
  connect(&m_wait, &QTimer::timeout, this, &Autosave::writeApart);
}

Autosave::~Autosave() { end(); }

void Autosave::touch() {
  if (!m_wait.isActive()) m_wait.start();
}

void Autosave::hold() {
  std::error_code ignored;
  fs::create_directories(m_folder, ignored);
  if (m_lock) return;
  m_lock = lockFor(m_file);
  if (m_lock->tryLock(0)) return;
  m_lock.reset();
  throw Error("cannot write '" + m_file.string() + "': no file can be made in its folder");
}

void Autosave::writeApart() {
  try {
    hold();
  } catch (const Error& error) {
    return note(QString::fromUtf8(error.what()), 0);
  }
  m_writing.start([file = m_file, text = m_snapshot()](const Progress&) { return writeTo(file, text); },
                  [this](qint64 milliseconds) { note({}, milliseconds); },
                  [this](const QString& message) { note(message, 0); });
}

bool Autosave::flush() {
  m_wait.stop();
  m_writing.stop();
  QString problem;
  qint64 taken = 0;
  try {
    hold();
    taken = writeTo(m_file, m_snapshot());
  } catch (const Error& error) {
    problem = QString::fromUtf8(error.what());  // The next change tries again.
  }
  note(problem, taken);
  return problem.isEmpty();
}

void Autosave::note(const QString& problem, qint64 milliseconds) {
  m_wait.setInterval(std::clamp(static_cast<int>(milliseconds) * kWaitForEachMs, kShortestWaitMs, kLongestWaitMs));
  if (!problem.isEmpty() && problem != m_said) emit failed(problem);
  m_said = problem;
}

void Autosave::end() {
  m_wait.stop();
  m_writing.stop();
  if (!m_lock) return;
  std::error_code ignored;
  fs::remove(m_file, ignored);
  m_lock.reset();
}

std::optional<fs::path> Autosave::putAside(const std::string& name) {
  if (!flush()) return {};
  const auto file = movedAside(m_file, m_folder / kAside, name);
  if (file) m_lock.reset();
  return file;
}

std::optional<LeftSession> Autosave::abandoned() const {
  for (const fs::path& file : sessionsIn(m_folder))
    if (file != m_file)
      if (auto left = LeftSession::at(file)) return left;
  return {};
}

std::vector<fs::path> Autosave::aside() const { return sessionsIn(m_folder / kAside); }

}  // namespace headlight
