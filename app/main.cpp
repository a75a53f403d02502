#include <QLocale>
#include <iostream>

#include "app/command_line.h"
#include "app/window.h"
#include "core/base/heap.h"

int main(int argc, char* argv[]) {
  headlight::keepFreedMemory();
  // What commands write is English everywhere; the window speaks its person's language.
  QLocale::setDefault(QLocale::c());
  headlight::WindowRequest request;
  const auto code = headlight::runCommandLine({argv + 1, argv + argc}, std::cout, std::cerr, request);
  return code ? *code : headlight::runWindow(argc, argv, request);
}
