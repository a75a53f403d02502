#pragma once

#include <QString>

#include "ui/export/provenance.h"

namespace headlight {

/// A name for a file about `text`: its first words and what follows, with nothing that a file system or a shell
/// stumbles over. "the-cat-that-chased".
QString fileNameOf(const QString& text);

/// A name, without its suffix, for the figure: text or model, view and head. "the-cat-that-chased-heatmap-L1H2".
/// Without the text for a figure whose text is left out.
QString figureFileName(const Provenance& provenance, bool withText);

/// `folder`/`name`.`suffix`, with a number behind the name where there is such a file.
QString freePath(const QString& folder, const QString& name, const QString& suffix);

}  // namespace headlight
