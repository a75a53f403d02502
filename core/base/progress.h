#pragma once

#include <functional>
#include <string_view>
#include <utility>

#include "core/base/error.h"

namespace headlight {

/// How long work tells its caller how far it is, and learns that it should stop.
class Progress {
 public:
  /// Called with the part done (0 to 1) and what is being done; returns false to stop the work.
  using Callback = std::function<bool(double part, std::string_view what)>;

  Progress() = default;
  explicit Progress(Callback callback) : m_callback(std::move(callback)) {}

  /// Reports; throws Cancelled when the caller wants no more.
  void operator()(double part, std::string_view what = {}) const {
    if (m_callback && !m_callback(m_from + part * (m_to - m_from), what)) throw Cancelled();
  }

  /// The same listener for a part of the work: 0 to 1 of it becomes `from` to `to` of this one.
  Progress slice(double from, double to) const {
    Progress p(m_callback);
    p.m_from = m_from + from * (m_to - m_from);
    p.m_to = m_from + to * (m_to - m_from);
    return p;
  }

 private:
  Callback m_callback;
  double m_from = 0, m_to = 1;
};

}  // namespace headlight
