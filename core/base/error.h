#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace headlight {

/// Something a user can cause; the message names the thing, the place, what was expected and what was found.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Thrown when the user stopped the work; never shown as an error.
class Cancelled : public std::exception {
 public:
  const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace headlight
