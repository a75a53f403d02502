#include "tests/support/suite.h"

#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#ifdef HEADLIGHT_TEST_GUI
#include <QApplication>
#else
#include <QCoreApplication>
#endif

namespace headlight::suites {
namespace {

std::map<std::string, Run>& all() {
  static std::map<std::string, Run> suites;
  return suites;
}

}  // namespace

bool add(const char* file, Run run) {
  all().emplace(std::filesystem::path(file).stem().string(), run);
  return true;
}

}  // namespace headlight::suites

/// usage: PROGRAM SUITE [arguments of Qt Test …]
int main(int argc, char** argv) {
  const auto& suites = headlight::suites::all();
  const auto suite = argc > 1 ? suites.find(argv[1]) : suites.end();
  if (suite == suites.end()) {
    std::fprintf(stderr, "usage: %s SUITE [arguments of Qt Test]; suites:", argv[0]);
    for (const auto& [name, run] : suites) std::fprintf(stderr, " %s", name.c_str());
    std::fprintf(stderr, "\n");
    return 2;
  }
  std::vector<char*> arguments{argv[0]};
  arguments.insert(arguments.end(), argv + 2, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
#ifdef HEADLIGHT_TEST_GUI
  QApplication application(count, arguments.data());
#else
  QCoreApplication application(count, arguments.data());
#endif
  application.setAttribute(Qt::AA_Use96Dpi, true);
  // Settings and files of the tests' own, of each suite apart, since suites run side by side; nothing is left of the
  // last run.
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName("headlight-test");
  QCoreApplication::setApplicationName(QString::fromStdString(suite->first));
  QSettings().clear();
  return suite->second(count, arguments.data());
}
