#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "ui/export/provenance.h"

namespace headlight {

/// Metadata for a PDF (XMP, ISO 16684-1): title, description, program and what made the figure.
QByteArray xmpPacket(const QString& title, const QString& description, const std::optional<Provenance>& provenance);

/// Replaces the time of writing by a fixed one, and moves what the cross-reference table says of the objects behind it.
QByteArray pdfWithoutDate(const QByteArray& pdf);

}  // namespace headlight
