#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "ui/export/provenance.h"

namespace headlight {

/// Metadata for a file of the type `format` (XMP, ISO 16684-1): title, description, program and what made the figure.
QByteArray xmpPacket(const QString& title, const QString& description, const std::optional<Provenance>& provenance,
                     const char* format = "application/pdf");

/// A PDF of QPdfWriter without what differs from one writing to the next: every date is that of 1970, and the
/// document's ID a digest of its content. What the cross-reference table says of objects behind a date moves with them.
QByteArray repeatablePdf(const QByteArray& pdf);

}  // namespace headlight
