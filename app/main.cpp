#include <iostream>

#include "app/command_line.h"

int main(int argc, char* argv[]) {
  headlight::WindowRequest window;
  const auto code = headlight::runCommandLine({argv + 1, argv + argc}, std::cout, std::cerr, window);
  return code.value_or(0);
}
