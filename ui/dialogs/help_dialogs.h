#pragma once

class QMenuBar;
class QWidget;

namespace headlight {

/// What Headlight is and under which licence.
void showAbout(QWidget* parent);
/// The keys of all commands in `menus`, and those that parts of the window have for themselves.
void showKeyboardSheet(const QMenuBar& menus, QWidget* parent);

}  // namespace headlight
