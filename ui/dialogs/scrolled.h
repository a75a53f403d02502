#pragma once

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace headlight {

/// Adds `content` to the column of a dialog so that it scrolls where it is higher than the screen, and gives the dialog
/// a fitting size.
QScrollArea* addScrolled(QVBoxLayout& column, QWidget* content);

}  // namespace headlight
