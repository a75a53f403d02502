#pragma once

#include <QObject>

namespace headlight {

/// `object` under the name by which tests, menus and style sheets find it.
template <class T>
T* named(const char* name, T* object) {
  object->setObjectName(QLatin1String(name));
  return object;
}

}  // namespace headlight
