#pragma once

#include <QString>

namespace headlight {

/// `text` without the characters that XML 1.0 does not have: control characters but for tab, line feed and carriage
/// return, halves of surrogate pairs, U+FFFE and U+FFFF. Every writer of a file lets its texts through here, since one
/// such character makes the whole file unreadable.
QString xmlCharacters(const QString& text);

/// Text as it stands in XML: the same, escaped.
QString xmlText(const QString& text);

}  // namespace headlight
