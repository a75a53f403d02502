#include <iostream>

#include "app/command_line.h"
#include "app/window.h"

int main(int argc, char* argv[]) {
  headlight::WindowRequest request;
  const auto code = headlight::runCommandLine({argv + 1, argv + argc}, std::cout, std::cerr, request);
  return code ? *code : headlight::runWindow(argc, argv, request);
}
