#pragma once

#include <concepts>
#include <memory>
#include <utility>

namespace headlight {

/// A value whose copies share one place in memory, since none of them changes it: another value takes its place. A
/// history of states costs no more than what differs between them.
template <class T>
class Shared {
 public:
  Shared() = default;
  template <class U>
    requires(!std::same_as<std::remove_cvref_t<U>, Shared> && std::convertible_to<U, T>)
  Shared(U&& value) : m_value(std::make_shared<const T>(std::forward<U>(value))) {}  // NOLINT(*-explicit-*)

  const T& operator*() const { return m_value ? *m_value : nothing(); }
  const T* operator->() const { return &**this; }
  operator const T&() const { return **this; }  // NOLINT(*-explicit-*)

  bool operator==(const Shared& other) const { return m_value == other.m_value || **this == *other; }
  bool operator==(const T& other) const { return **this == other; }

 private:
  static const T& nothing() {
    static const T none{};
    return none;
  }

  std::shared_ptr<const T> m_value;  ///< None for what a T begins with.
};

}  // namespace headlight
