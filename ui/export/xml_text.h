#pragma once

#include <QString>

namespace headlight {

/// Text as it stands in XML: escaped, without characters that XML does not have.
QString xmlText(const QString& text);

}  // namespace headlight
