#pragma once

#include <QWidget>

namespace headlight {

/// A window for a part that leaves `owner`: on another screen if there is one, else beside where the part was. As a tool
/// of the owner it has the owner's keys. It is not shown yet.
QWidget* makeFloatingWindow(QWidget* part, QWidget* owner, const QString& objectName, const QString& title);

}  // namespace headlight
