#pragma once

#include <QtTest>

/// Adds a test class to the program of its folder, under the name of its source file without ".cpp".
#define HEADLIGHT_TEST(Class)                                                    \
  [[maybe_unused]] static const bool registered##Class = headlight::suites::add( \
      __FILE__, [](int argc, char** argv) { return QTest::qExec(std::make_unique<Class>().get(), argc, argv); });

namespace headlight::suites {

using Run = int (*)(int argc, char** argv);

/// Registers a suite under the stem of `file`; returns true, so that an initialiser can call it.
bool add(const char* file, Run run);

}  // namespace headlight::suites
