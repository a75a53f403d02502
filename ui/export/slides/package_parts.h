#pragma once

#include <QByteArray>
#include <QColor>
#include <QSizeF>
#include <QString>
#include <map>
#include <string>

namespace headlight {

inline constexpr const char* kContentTypes = "[Content_Types].xml";

/// All parts of a PowerPoint package that do not depend on what is on the slides: types, properties, masters, layout,
/// theme, and `madeFrom`, an XML element that other programs leave alone.
std::map<std::string, QByteArray> presentationParts(int slides, QSizeF size, const QString& program,
                                                    const QString& title, const QString& madeFrom);

/// A slide with this content (shapes) on this background, and how it follows on the one before; empty for at once.
QByteArray slidePart(const QString& content, const QColor& background, const QString& transition = {});
/// Shapes of the slide before become those of the same name (Morph, MS-PPTX 2.7), where a program knows how; others
/// fade. The next slide follows after so many milliseconds, at 0 when a key is pressed.
QString morphTransition(int goesOnAfter);
/// A page of speaker notes.
QByteArray notesPart(const QString& text);
/// A .rels part of these relations.
QByteArray relationsPart(const QString& relations);
/// One relation; `type` is the last word of an Office relationship type.
QString relation(const QString& id, const QString& type, const QString& target);

}  // namespace headlight
