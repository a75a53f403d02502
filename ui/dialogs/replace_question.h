#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace headlight {

/// Does `write` at once where there is no file at `path`, else when the person agrees to replace it. The question is
/// `why` where that is given.
void askToReplace(QWidget* parent, const QString& path, std::function<void()> write, const QString& why = {});

}  // namespace headlight
