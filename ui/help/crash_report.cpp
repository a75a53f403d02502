#include "ui/help/crash_report.h"

#include <QStandardPaths>
#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#if __has_include(<execinfo.h>) && __has_include(<unistd.h>)
#define HEADLIGHT_CRASH_REPORTS
#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <ctime>
#include <exception>
#include <typeinfo>

#include "core/base/version.h"
#endif

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// The reports in `folder`, the newest first.
std::vector<fs::path> crashReports(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    std::error_code ignored;
    if (it->path().extension() != ".txt" || !it->is_regular_file(ignored)) continue;
    found.emplace_back(it->last_write_time(ignored), it->path());
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<fs::path> reports;
  for (auto& [time, path] : found) reports.push_back(std::move(path));
  return reports;
}

#ifdef HEADLIGHT_CRASH_REPORTS

/// All that the handler needs, made beforehand: there is no memory to be had in it.
struct Prepared {
  std::array<char, 4096> file{}, oldest{};
  std::array<char, 512> head{};
  std::array<void*, 64> addresses{};
  const char* exception = nullptr;
  std::terminate_handler terminate = nullptr;
};
Prepared prepared;

/// Copies as much as fits; the end stays 0.
template <std::size_t N>
void keep(std::array<char, N>& place, const std::string& text) {
  place.fill(0);
  std::copy_n(text.begin(), std::min(text.size(), N - 1), place.begin());
}

void put(int file, const char* text) {
  if (::write(file, text, std::strlen(text)) < 0) return;  // A report that cannot be written is not worth more trouble.
}

void putNumber(int file, unsigned long number) {
  char digits[24] = {};
  char* at = digits + sizeof digits - 1;
  do *--at = static_cast<char>('0' + number % 10);
  while (number /= 10);
  put(file, at);
}

const char* nameOf(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV";
    case SIGABRT:
      return "SIGABRT";
    case SIGFPE:
      return "SIGFPE";
    case SIGILL:
      return "SIGILL";
    default:
      return "?";
  }
}

/// Calls nothing but what a signal handler may call.
void report(int signal) {
  if (prepared.oldest[0]) ::unlink(prepared.oldest.data());
  for (char* at = prepared.file.data() + 1; *at; ++at) {
    if (*at != '/') continue;
    *at = 0;
    ::mkdir(prepared.file.data(), 0700);
    *at = '/';
  }
  const int file = ::open(prepared.file.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return;
  put(file, prepared.head.data());
  put(file, "seconds since 1970: ");
  putNumber(file, static_cast<unsigned long>(::time(nullptr)));
  put(file, "\nsignal: ");
  putNumber(file, static_cast<unsigned long>(signal));
  put(file, " ");
  put(file, nameOf(signal));
  if (prepared.exception) {
    put(file, "\nexception: ");
    put(file, prepared.exception);
  }
  put(file, "\naddresses, the innermost first:\n");
  const int count = ::backtrace(prepared.addresses.data(), static_cast<int>(prepared.addresses.size()));
  ::backtrace_symbols_fd(prepared.addresses.data(), count, file);
  ::close(file);
}

void onCrash(int signal) {
  report(signal);
  ::raise(signal);  // SA_RESETHAND: it ends the program as it would have.
}

/// Notes what nobody caught: its type only, for its message may tell of the person's text.
void onTerminate() {
  if (const std::type_info* type = abi::__cxa_current_exception_type()) prepared.exception = type->name();
  if (prepared.terminate) prepared.terminate();
  std::abort();
}

#endif

}  // namespace

fs::path crashFolder() {
  const QString local = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
  return fs::path(local.toStdString()) / "crashes";
}

#ifdef HEADLIGHT_CRASH_REPORTS

void keepCrashReports(const fs::path& folder) {
  std::vector<fs::path> reports = crashReports(folder);
  for (; reports.size() > kCrashReportsKept; reports.pop_back()) {
    std::error_code ignored;
    fs::remove(reports.back(), ignored);
  }
  keep(prepared.oldest, reports.size() == kCrashReportsKept ? reports.back().string() : std::string());
  char started[32] = {};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  std::strftime(started, sizeof started, "%Y%m%d-%H%M%S", ::gmtime_r(&now, &utc));
  const std::string name = std::string(started) + "-" + std::to_string(::getpid()) + ".txt";
  keep(prepared.file, (folder / name).string());
  utsname system{};
  ::uname(&system);
  keep(prepared.head, std::string("Headlight ") + kVersion + "\nsystem: " + system.sysname + " " + system.release +
                          " " + system.machine + "\n");
  // The first call loads a library, which a handler may not do.
  ::backtrace(prepared.addresses.data(), static_cast<int>(prepared.addresses.size()));
  // Of its own, so that a stack that ran out can be reported too.
  static std::array<char, 65536> ownStack;
  stack_t stack{};
  stack.ss_sp = ownStack.data();
  stack.ss_size = ownStack.size();
  ::sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = onCrash;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK);
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL}) ::sigaction(signal, &action, nullptr);
  if (const auto before = std::set_terminate(onTerminate); before != onTerminate) prepared.terminate = before;
}

#else

void keepCrashReports(const fs::path&) {}

#endif

std::optional<fs::path> newestCrashReport(const fs::path& folder) {
  const std::vector<fs::path> reports = crashReports(folder);
  if (reports.empty()) return {};
  return reports.front();
}

}  // namespace headlight
