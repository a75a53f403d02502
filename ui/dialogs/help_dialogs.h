#pragma once

class QWidget;

namespace headlight {

/// What Headlight is and under which licence.
void showAbout(QWidget* parent);
/// All keys in one list.
void showKeyboardSheet(QWidget* parent);

}  // namespace headlight
