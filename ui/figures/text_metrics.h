#pragma once

#include <QFont>
#include <QString>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace headlight {

struct FigureStyle;

/// Whether a cluster of characters is drawn as a small coloured picture by an emoji font.
bool isEmoji(QStringView cluster);

/// How large text is, so that a layout is a pure function and can be tested without fonts. Sizes in figure units.
class TextMetrics {
 public:
  virtual ~TextMetrics() = default;
  virtual double width(const QString& text, double size, QFont::Weight weight = QFont::Normal) const = 0;
  virtual double ascent(double size) const = 0;
  virtual double descent(double size) const = 0;
  double height(double size) const { return ascent(size) + descent(size); }
  /// The width of the widest of `texts`; 0 of none.
  double widest(const std::vector<QString>& texts, double size) const;
  /// `text`, or as much of its beginning as `width` holds with "…" behind it.
  QString elided(const QString& text, double width, double size, QFont::Weight weight = QFont::Normal) const;
  /// `text` in at most `lines` lines, broken where its language allows; the last one is elided.
  std::vector<QString> wrapped(const QString& text, double width, double size, int lines) const;
};

/// The metrics of the fonts that a style names. Widths of short texts are remembered: while a person types,
/// most tokens stay, and a caption is new every time.
class FontTextMetrics final : public TextMetrics {
 public:
  /// Reads `style` while it lives.
  explicit FontTextMetrics(const FigureStyle& style);
  explicit FontTextMetrics(FigureStyle&&) = delete;
  ~FontTextMetrics() override;
  double width(const QString& text, double size, QFont::Weight weight) const override;
  double ascent(double size) const override;
  double descent(double size) const override;

 private:
  struct Face;
  Face& face(double size, QFont::Weight weight) const;

  const FigureStyle& m_style;
  mutable std::map<std::pair<int, int>, std::shared_ptr<Face>> m_faces;  ///< By size and weight.
};

}  // namespace headlight
