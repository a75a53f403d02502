#pragma once

#include <QPoint>

namespace headlight {

/// One step to the right or left, down or up, for an arrow key; null for any other key.
inline QPoint arrowStep(int key) {
  return {(key == Qt::Key_Right) - (key == Qt::Key_Left), (key == Qt::Key_Down) - (key == Qt::Key_Up)};
}

}  // namespace headlight
