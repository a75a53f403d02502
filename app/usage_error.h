#pragma once

#include <utility>

#include "core/base/error.h"

namespace headlight {

/// What is wrong in the words of a command line, whatever lies in files and models: exit code 2, as for an unknown
/// option.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// What `read` makes of typed words; throws UsageError where it throws Error.
template <class Read>
auto asTyped(const Read& read) {
  try {
    return read();
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
}

}  // namespace headlight
