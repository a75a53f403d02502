#pragma once

#include <QFont>
#include <QString>
#include <vector>

namespace headlight {

struct FigureStyle;

/// How large text is, so that a layout is a pure function and can be tested without fonts. Sizes in figure units.
class TextMetrics {
 public:
  virtual ~TextMetrics() = default;
  virtual double width(const QString& text, double size, QFont::Weight weight = QFont::Normal) const = 0;
  virtual double ascent(double size) const = 0;
  virtual double descent(double size) const = 0;
  double height(double size) const { return ascent(size) + descent(size); }
  /// `text`, or as much of its beginning as `width` holds with "…" behind it.
  QString elided(const QString& text, double width, double size, QFont::Weight weight = QFont::Normal) const;
  /// `text` in at most `lines` lines, broken where its language allows; the last one is elided.
  std::vector<QString> wrapped(const QString& text, double width, double size, int lines) const;
};

/// The metrics of the fonts that a style names.
class FontTextMetrics final : public TextMetrics {
 public:
  explicit FontTextMetrics(const FigureStyle& style) : m_style(style) {}
  double width(const QString& text, double size, QFont::Weight weight) const override;
  double ascent(double size) const override;
  double descent(double size) const override;

 private:
  const FigureStyle& m_style;
};

}  // namespace headlight
