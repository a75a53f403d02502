#pragma once

#include <QString>
#include <vector>

#include "ui/walkthrough/walk_report.h"

namespace headlight {

/// What one step says.
struct WalkWords {
  QString title;    ///< "Softmax: scores become shares".
  QString caption;  ///< For everyone.
  QString numbers;  ///< The same as a formula with the story's own numbers.
};

/// The words of `step`.
WalkWords wordsOf(const WalkReport& story, WalkStep step);

/// A number as it stands in a picture: two digits after the point, with a typographer's minus.
QString walkNumber(double value);

/// `text` (plain) as rich text in which the terms that stand in the glossary are links to themselves.
QString withGlossary(const QString& text);
/// What the glossary says about a term; empty for one that it does not have.
QString meaningOf(const QString& term);

}  // namespace headlight
