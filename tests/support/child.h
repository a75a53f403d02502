#pragma once

#include <QObject>

namespace headlight::test {

/// The child of `parent` with this objectName; ends the test when there is none.
template <class T>
T& child(QObject* parent, const char* name) {
  T* found = parent->findChild<T*>(QString::fromLatin1(name));
  if (!found) qFatal("no %s", name);
  return *found;
}
template <class T>
T& child(QObject& parent, const char* name) {
  return child<T>(&parent, name);
}

}  // namespace headlight::test
