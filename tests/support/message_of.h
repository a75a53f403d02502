#pragma once

#include <QString>
#include <functional>
#include <string>

#include "core/base/error.h"

namespace headlight::test {

/// The message of the Error, or of a kind of it, that `work` ends with; empty when it ends without one.
template <class Kind = Error>
std::string messageOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Kind& error) {
    return error.what();
  }
  return {};
}

/// The same for what compares it with texts of Qt.
inline QString shownMessageOf(const std::function<void()>& work) { return QString::fromStdString(messageOf(work)); }

}  // namespace headlight::test
